import { monthOf } from '@/lib/engine/fields/values/date-words';
import { fold } from '@/lib/engine/fields/values/tidy';
import { Affected, type Damage, type DamageWatch } from './damage';

/** A day or a year beside a short name of a month, as a spreadsheet shows `3-5` or `MAR-7` once it took them for dates. */
const DAY_AND_MONTH = /^(?:\d{1,2}[-. ](\p{L}{3,5})\.?|(\p{L}{3,5})\.?[-. ]\d{1,4})$/u;
const WHOLE_DATE = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?: 00:00(?::00)?)?$/;
/** Numbers of houses and seats, sizes, references: short, with a digit, and no year. */
const REFERENCE = /^(?=.*\d)(?!(?:19|20)\d\d$)[\p{L}\d/ .-]{1,8}$/u;

/** Share of the other values that must be plain references for the dates among them to be none. */
const SHARE = 0.7;

/** Whole dates from which on they are no slip of a single row. */
const FEWEST_DATES = 2;

const isMonth = (word: string): boolean => (monthOf(fold(word)) ?? 0) > 0;

/** Dates in a column of short references. Where most values are dates they are meant to be. */
export class MadeADateWatch implements DamageWatch {
  private readonly affected = new Affected();
  private months = 0;
  private references = 0;

  add(value: string): void {
    if (value.length > 19) return;
    const [, after, before] = DAY_AND_MONTH.exec(value) ?? [];
    const month = after ?? before;
    if (month ? isMonth(month) : WHOLE_DATE.test(value)) {
      this.affected.add(value);
      if (month) this.months++;
    } else if (REFERENCE.test(value)) this.references++;
  }

  result(looked: number): Damage | undefined {
    const { count, samples } = this.affected;
    const isMinority = count * 2 <= looked && this.references >= (looked - count) * SHARE;
    return isMinority && (this.months > 0 || count >= FEWEST_DATES) ? { kind: 'made-a-date', count, samples } : undefined;
  }
}
