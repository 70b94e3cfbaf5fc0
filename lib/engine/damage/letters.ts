import { repairedLetters } from '@/lib/engine/detect/encoded-twice';
import { Affected, type Damage, type DamageWatch } from './damage';

/** Letters that were encoded twice: `MÃ¼ller`. */
export class EncodedTwiceWatch implements DamageWatch {
  private readonly affected = new Affected();
  private readonly repaired: string[] = [];

  add(value: string): void {
    const repaired = repairedLetters(value);
    if (repaired === value) return;
    this.affected.add(value);
    if (this.repaired.length < this.affected.samples.length) this.repaired.push(repaired);
  }

  result(): Damage | undefined {
    const { count, samples } = this.affected;
    return count > 0 ? { kind: 'encoded-twice', count, samples, repaired: this.repaired } : undefined;
  }
}

/** A question mark, or the sign for what could not be read, in the place of a letter. Addresses of pages have question marks of their own. */
const LOST = /\ufffd|\p{L}\?\p{L}/u;
const HAS_MARKS_OF_ITS_OWN = /[/=@\s]/;
const WORD = /^\p{L}[\p{L}' .?\ufffd-]*$/u;

/** Question marks within words from which on they are no typing errors. */
const FEWEST = 3;

/** Letters that an encoding did not have, such as `M?ller`: they are gone. */
export class LettersLostWatch implements DamageWatch {
  private readonly affected = new Affected();
  private certain = 0;

  add(value: string): void {
    if (!LOST.test(value)) return;
    if (value.includes('\ufffd')) this.certain++;
    else if (HAS_MARKS_OF_ITS_OWN.test(value) || !WORD.test(value)) return;
    this.affected.add(value);
  }

  result(): Damage | undefined {
    const { count, samples } = this.affected;
    return this.certain > 0 || count >= FEWEST ? { kind: 'letters-lost', count, samples } : undefined;
  }
}
