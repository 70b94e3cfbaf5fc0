import type { Cleaned, DateOrder, Place } from '@/lib/engine/fields/field';
import { monthOf } from './date-words';
import { fold } from './tidy';

/** A date as read, and what had to be decided to read it. */
interface ReadDate {
  iso: string;
  /** The year had two digits. */
  century?: true;
  /** A time of day was left out. */
  time?: true;
}

interface Parts {
  year: string;
  month: number;
  day: number;
}

/** A time of day behind a date, and the Cyrillic signs for "year". */
const TIME = /[T ,]+(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(?:Z|[+-]\d{2}:?\d{2}|[ap]\.?m\.?)?$/i;
const MIDNIGHT = /^0{1,2}:00(?::00(?:[.,]0+)?)?$/;
const YEAR_SIGN = / ?[гр]\.?$/;

/** Three numbers with the same sign between them; Czech and Hungarian put a blank behind the full stop. */
const NUMBERS = /^(\d{1,4})(\. |[./-])(\d{1,2})(\. |[./-])(\d{1,4})\.?$/;
const EIGHT_DIGITS = /^((?:18|19|20)\d{2})(\d{2})(\d{2})$/;
const EAST_ASIAN = /^(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]$/;

/** Days since 30.12.1899, as spreadsheets store dates. Five digits only, May 1927 to the year 2064: four would as well be a year alone. */
const SERIAL = /^[1-9]\d{4}(?:\.0+)?$/;
const LAST_SERIAL = 60_000;
const DAY_MS = 86_400_000;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const isReal = (year: number, month: number, day: number): boolean =>
  year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));

const pad = (number: number): string => String(number).padStart(2, '0');

/** The three numbers of a text with the same sign between them, as written; null for another text. */
function numbersOf(value: string): [string, string, string] | null {
  const found = NUMBERS.exec(value);
  return found && found[2]?.trim() === found[4]?.trim() ? [found[1] ?? '', found[3] ?? '', found[5] ?? ''] : null;
}

function partsOf(value: string, order: DateOrder): Parts | null {
  const numbers = numbersOf(value);
  if (numbers) return inOrder(numbers, order);
  const whole = EIGHT_DIGITS.exec(value) ?? EAST_ASIAN.exec(value);
  if (whole) return { year: whole[1] ?? '', month: Number(whole[2]), day: Number(whole[3]) };
  if (order === 'serial' && SERIAL.test(value)) return fromSerial(Number(value));
  return fromWords(value);
}

function inOrder([first, second, third]: [string, string, string], order: DateOrder): Parts | null {
  if (first.length > 2 || order === 'year-first') return third.length > 2 ? null : { year: first, month: Number(second), day: Number(third) };
  return order === 'month-first'
    ? { year: third, month: Number(first), day: Number(second) }
    : { year: third, month: Number(second), day: Number(first) };
}

function fromSerial(days: number): Parts | null {
  if (days > LAST_SERIAL) return null;
  const [year = '', month, day] = new Date(SERIAL_ZERO + days * DAY_MS).toISOString().slice(0, 10).split('-');
  return { year, month: Number(month), day: Number(day) };
}

/** A day, a year and the name of a month in any order that keeps the day before a year of two digits. */
function fromWords(value: string): Parts | null {
  const tokens =
    fold(value)
      .replaceAll('ı', 'i')
      .match(/\d+|\p{L}+/gu) ?? [];
  const numbers: string[] = [];
  let month = 0;
  for (const token of tokens) {
    if (/^\d/.test(token)) {
      numbers.push(token);
      continue;
    }
    const known = monthOf(token);
    if (known === undefined || (known > 0 && month > 0 && known !== month)) return null;
    month ||= known;
  }
  const [first, second] = numbers;
  if (month === 0 || numbers.length !== 2 || !first || !second) return null;
  return first.length > 2 || Number(first) > 31 ? { year: first, month, day: Number(second) } : { year: second, month, day: Number(first) };
}

/**
 * The date of a text: three numbers in the order of its column, year first where the first has four digits, or a month's name in one of
 * many languages. Null for anything else and for days that do not exist. A year of two digits is the latest that is not after `today`.
 */
function readDate(value: string, order: DateOrder, today: string): ReadDate | null {
  const time = TIME.exec(value)?.[1];
  const text = (time === undefined ? value : value.replace(TIME, '')).replace(YEAR_SIGN, '');
  const parts = partsOf(text, order);
  if (!parts || (parts.year.length !== 4 && parts.year.length !== 2)) return null;
  const century = parts.year.length === 2;
  const year = century ? latestYear(Number(parts.year), parts, today) : Number(parts.year);
  if (!isReal(year, parts.month, parts.day)) return null;
  const iso = `${year}-${pad(parts.month)}-${pad(parts.day)}`;
  return { iso, ...(century && { century }), ...(time !== undefined && !MIDNIGHT.test(time) && { time: true }) };
}

function latestYear(short: number, { month, day }: Parts, today: string): number {
  const thisCentury = Math.floor(Number(today.slice(0, 4)) / 100) * 100 + short;
  return `${thisCentury}-${pad(month)}-${pad(day)}` <= today ? thisCentury : thisCentury - 100;
}

/** A real date that is not in the future as YYYY-MM-DD; anything else is skipped and its row goes on. What was decided is a warning. */
export function cleanPastDate(value: string, { dateOrder, wholeYears, today }: Place): Cleaned {
  const date = readDate(value, dateOrder, today);
  if (date === null || (date.century && wholeYears)) return { value: undefined, code: 'bad-date', params: { value } };
  if (date.iso > today) return { value: undefined, code: 'date-in-future', params: { value } };
  if (date.century) return { value: date.iso, code: 'century-decided', params: { value, date: date.iso } };
  if (date.time) return { value: date.iso, code: 'time-left-out', params: { value, date: date.iso } };
  return date.iso;
}

/**
 * Finds the order of a whole column. The format is day first: another order needs every value to allow it and one to prove it, so that a
 * column is never read half one way and half the other. Plain numbers are dates only where the whole column is plain numbers.
 */
export class DateOrderVote {
  private seen = false;
  private serials = false;
  private dayProven = false;
  private monthProven = false;
  private yearProven = false;
  private lastIsYear = false;

  add(value: string): void {
    // Most values of most columns are no dates: their length and first character tell without a pattern.
    if (value.length < 5 || value.length > 32 || !(value.charCodeAt(0) <= 57)) return;
    const text = value.trim().replace(TIME, '').replace(YEAR_SIGN, '');
    const numbers = numbersOf(text);
    if (!numbers) {
      if (SERIAL.test(text)) this.serials = true;
      else this.seen = true;
      return;
    }
    this.seen = true;
    if (numbers[0].length > 2) return;
    const [first, second, third] = numbers.map(Number) as [number, number, number];
    if (second > 12) this.monthProven = true;
    else if (first > 31) this.yearProven = true;
    else if (first > 12) this.dayProven = true;
    if (numbers[2].length > 2 || third > 31) this.lastIsYear = true;
  }

  /** Undefined where no value asks the question. */
  get order(): DateOrder | undefined {
    if (!this.seen) return this.serials ? 'serial' : undefined;
    if (this.yearProven) return this.lastIsYear || this.monthProven ? 'day-first' : 'year-first';
    return this.monthProven && !this.dayProven ? 'month-first' : 'day-first';
  }
}

/** The order that these values of one column prove; day first where they prove none. */
export function decideDateOrder(values: Iterable<string>): DateOrder {
  const vote = new DateOrderVote();
  for (const value of values) vote.add(value);
  return vote.order ?? 'day-first';
}
