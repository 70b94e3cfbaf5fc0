import { SSF } from '@e965/xlsx';

/** How numbers are shown. `time` without a date, `date` with or without a time, `general` with no format of their own. */
export interface NumberFormat {
  code: string;
  kind: 'general' | 'date' | 'time' | 'other';
}

export const GENERAL: NumberFormat = { code: 'General', kind: 'general' };

/** Digits of a number that Excel keeps; what a binary fraction has beyond them nobody typed. */
const DIGITS = 15;

/** The meaning of a format's code, as it stands in a workbook. */
export function numberFormat(code: string): NumberFormat {
  if (code === '' || code === 'General') return GENERAL;
  if (!SSF.is_date(code)) return { code, kind: 'other' };
  const bare = code.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|\[[a-z]*\d*\]/gi, (found) => (/^\[[hms]+\]$/i.test(found) ? found : ''));
  // Elapsed time is neither a date nor a time of the day.
  if (/\[[hms]+\]/i.test(bare)) return { code, kind: 'other' };
  return { code, kind: !/[yd]|mmm/i.test(bare) && /[hs]/i.test(bare) ? 'time' : 'date' };
}

/**
 * The text of a number as a person saw it, with two exceptions: dates are ISO (what a sheet shows depends on the country of the
 * machine), with the time only when there is one, and no digit is hidden by scientific notation. `shown`: what the format makes of it,
 * where that is known already.
 */
export function numberText(value: number, format: NumberFormat, date1904: boolean, shown?: string): string {
  if (format.kind === 'general') return plainNumber(value);
  const text = format.kind === 'other' ? null : dateText(value, format.kind, date1904);
  if (text !== null) return text;
  const formatted = shown ?? formattedNumber(value, format.code, date1904);
  return /e[+-]?\d/i.test(formatted) || formatted.startsWith('####') ? plainNumber(value) : formatted.trim();
}

function formattedNumber(value: number, code: string, date1904: boolean): string {
  try {
    return SSF.format(code, value, { date1904 });
  } catch {
    // A format that nobody can apply: Excel repairs such a book by dropping it.
    return plainNumber(value);
  }
}

/** All digits of a number, without an exponent where it is whole. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(DIGITS)));
  const text = String(value);
  return text.includes('e') ? BigInt(value).toString() : text;
}

/** The first day that has no date: a year of five digits. */
const DAYS_END = 2_958_466;
const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** Day 0 of a book, by whether it counts from 1904, in days from 1970. */
const DAY_ZERO = { from1900: -25_569, from1904: -24_107 };

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

/** Null when the number is no date. Rounded to whole seconds, as a time is a fraction that is never exact. */
function dateText(value: number, kind: 'date' | 'time', date1904: boolean): string | null {
  if (!(value >= 0 && value < DAYS_END)) return null;
  let day = Math.floor(value);
  let seconds = Math.round((value - day) * DAY_SECONDS);
  if (seconds === DAY_SECONDS) {
    seconds = 0;
    day++;
  }
  const time = seconds === 0 ? '00:00:00' : `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (kind === 'time') return time;
  const date = isoDate(day, date1904);
  return seconds === 0 ? date : `${date} ${time}`;
}

/** Excel counts a 29 February 1900 that never was, and so has a day 0 of January 1900. */
function isoDate(day: number, date1904: boolean): string {
  if (date1904) return dateOfDay(day + DAY_ZERO.from1904);
  if (day === 0) return '1900-01-00';
  if (day === 60) return '1900-02-29';
  return dateOfDay(day + DAY_ZERO.from1900 + (day < 60 ? 1 : 0));
}

/** Dates made before: the days of a century are few, and a column of birthdays has each of them often. */
const KNOWN_DATES = new Map<number, string>();
const MOST_KNOWN = 50_000;

/** The ISO date so many days after 1 January 1970. */
function dateOfDay(day: number): string {
  const known = KNOWN_DATES.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (KNOWN_DATES.size < MOST_KNOWN) KNOWN_DATES.set(day, date);
  return date;
}
