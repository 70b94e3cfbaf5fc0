import type { Cleaned, DateOrder, Place } from '@/lib/engine/fields/field';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?$/;
const WRITTEN = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: 00:00(?::00)?)?$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const isReal = (year: number, month: number, day: number): boolean =>
  year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));

const iso = (year: number, month: number, day: number): string | null =>
  isReal(year, month, day) ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null;

/** YYYY-MM-DD of a date written `dd.mm.yyyy`, `dd/mm/yyyy`, `dd-mm-yyyy` (or month first) or `yyyy-mm-dd`; null for anything else. */
function readDate(value: string, order: DateOrder): string | null {
  const written = WRITTEN.exec(value);
  if (written) {
    const [first, second, year] = [Number(written[1]), Number(written[3]), Number(written[4])];
    return order === 'day-first' ? iso(year, second, first) : iso(year, first, second);
  }
  const parts = ISO.exec(value);
  return parts ? iso(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** A real date that is not in the future; anything else is skipped and its row goes on. */
export function cleanBirthdate(value: string, { dateOrder, today }: Place): Cleaned {
  const date = readDate(value, dateOrder);
  if (date === null) return { value: undefined, code: 'bad-date', params: { value } };
  return date > today ? { value: undefined, code: 'date-in-future', params: { value } } : date;
}

/**
 * Finds the order of a whole column. The format is day first: month first needs every value to allow it and one to prove it, so that a
 * column is never read half one way and half the other.
 */
export class DateOrderVote {
  private seen = false;
  private dayProven = false;
  private monthProven = false;

  add(value: string): void {
    // Most values of most columns are no dates: their length tells without a pattern.
    if (value.length < 8 || value.length > 24) return;
    const written = WRITTEN.exec(value.trim());
    if (!written) return;
    this.seen = true;
    if (Number(written[1]) > 12) this.dayProven = true;
    if (Number(written[3]) > 12) this.monthProven = true;
  }

  /** Undefined where no value asks the question. */
  get order(): DateOrder | undefined {
    if (!this.seen) return undefined;
    return this.monthProven && !this.dayProven ? 'month-first' : 'day-first';
  }
}

/** The order that these values of one column prove; day first where they prove none. */
export function decideDateOrder(values: Iterable<string>): DateOrder {
  const vote = new DateOrderVote();
  for (const value of values) vote.add(value);
  return vote.order ?? 'day-first';
}
