import { CutWatch } from './cut';
import type { Damage } from './damage';
import { type DigitLengths, DigitWatch } from './digit-lengths';
import { EncodedTwiceWatch, LettersLostWatch } from './letters';
import { MadeADateWatch } from './made-a-date';
import { DigitsCutWatch, RoundedWatch } from './rounded';

/** Looks at the different values of one column for everything that tools do to values. */
export class ColumnWatch {
  private looked = 0;
  private readonly digits = new DigitWatch();
  private readonly watches = [
    new RoundedWatch(),
    new DigitsCutWatch(),
    new MadeADateWatch(),
    new CutWatch(),
    new EncodedTwiceWatch(),
    new LettersLostWatch(),
  ];

  /** Takes a value, trimmed. */
  add(value: string): void {
    this.looked++;
    this.digits.add(value);
    for (const watch of this.watches) watch.add(value);
  }

  result(): { damages: Damage[]; digits: DigitLengths | undefined } {
    const damages = this.watches.flatMap((watch) => watch.result(this.looked) ?? []);
    return { damages, digits: this.digits.result(this.looked) };
  }
}
