/** How long the values of a column are that are nothing but digits. What that means depends on the field (see findDamage). */
export interface DigitLengths {
  /** Different values by their number of digits. */
  counts: Record<number, number>;
  /** Those that begin with a zero. */
  zeros: number;
  /** One value of each length. */
  examples: Record<number, string>;
}

/** More digits are no post code and no telephone number. */
const LONGEST = 12;
const DIGITS = /^\d{2,12}$/;

/** Share of the values that must be digits. */
const SHARE = 0.5;

/** Counts the values of a column that are digits by their length. */
export class DigitWatch {
  private readonly counts: Record<number, number> = {};
  private readonly examples: Record<number, string> = {};
  private zeros = 0;
  private digits = 0;

  add(value: string): void {
    if (value.length > LONGEST || !DIGITS.test(value)) return;
    this.digits++;
    if (value.startsWith('0')) this.zeros++;
    this.counts[value.length] = (this.counts[value.length] ?? 0) + 1;
    this.examples[value.length] ??= Array.from(value).join('');
  }

  result(looked: number): DigitLengths | undefined {
    const { counts, zeros, examples } = this;
    return this.digits > 0 && this.digits >= looked * SHARE ? { counts, zeros, examples } : undefined;
  }
}
