import { isRounded } from '@/lib/engine/fields/values/rounded';
import { Affected, type Damage, type DamageWatch } from './damage';

/** Eight digits at least: smaller quantities are written so where things are measured. */
const OF_DIGITS = /E\+(?:0[7-9]|[12]\d)$/i;

/** Long rows of digits as a spreadsheet shows and exports them: `4.41E+11`. */
export class RoundedWatch implements DamageWatch {
  private readonly affected = new Affected();

  add(value: string): void {
    if (isRounded(value) && OF_DIGITS.test(value)) this.affected.add(value);
  }

  result(): Damage | undefined {
    const { count, samples } = this.affected;
    return count > 0 ? { kind: 'rounded', count, samples } : undefined;
  }
}

/** Digits that a spreadsheet keeps of a number. */
const KEPT = 15;
const LONG = /^\d{16,}$/;
const CUT = /^\d{15}0+$/;

/** Long numbers below which it may be chance that they end with a zero: one in ten does. */
const FEWEST = 4;

/** Numbers of more than fifteen digits that all end with zeros: a spreadsheet made quantities of them and lost the rest. */
export class DigitsCutWatch implements DamageWatch {
  private readonly affected = new Affected();
  private long = 0;

  add(value: string): void {
    if (value.length <= KEPT || !LONG.test(value)) return;
    this.long++;
    if (CUT.test(value)) this.affected.add(value);
  }

  result(): Damage | undefined {
    const { count, samples } = this.affected;
    return count >= FEWEST && count === this.long ? { kind: 'digits-cut', count, samples } : undefined;
  }
}
