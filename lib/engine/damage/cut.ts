import { Affected, type Damage, type DamageWatch } from './damage';

/** Lengths at which databases and tools cut texts. */
const LIMITS = new Set([
  20, 24, 25, 30, 32, 35, 38, 40, 45, 50, 60, 64, 70, 80, 100, 120, 127, 128, 150, 200, 250, 254, 255, 256, 500, 511, 512, 1000, 1023, 1024, 2000,
]);
/** The length of a short text field: nobody stops there by themselves. */
const SHORT_TEXT = 255;

/** Texts of the greatest length from which on it is no chance, and how many times as many as of each length just below. */
const FEWEST = 3;
const TIMES = 3;
/** Lengths just below that are compared with. */
const BELOW = 3;
/** A larger share of one length is a width that values have, not a cut. */
const MOST = 0.6;

/** Texts that end at the same length, where shorter ones thin out and none is longer. */
export class CutWatch implements DamageWatch {
  private longest = 0;
  private readonly counts = new Map<number, number>();
  private affected = new Affected();
  private sentences = 0;

  add(value: string): void {
    const { length } = value;
    this.counts.set(length, (this.counts.get(length) ?? 0) + 1);
    if (length > this.longest) {
      this.longest = length;
      this.affected = new Affected();
      this.sentences = 0;
    }
    if (length < this.longest || !LIMITS.has(length)) return;
    this.affected.add(value);
    if (/\s/.test(value)) this.sentences++;
  }

  result(looked: number): Damage | undefined {
    const { count, samples } = this.affected;
    const length = this.longest;
    // Numbers, hashes and addresses of pages have one length by nature.
    if (count === 0 || this.sentences * 2 < count) return undefined;
    const below = Math.max(...Array.from({ length: BELOW }, (_, at) => this.counts.get(length - 1 - at) ?? 0));
    const isCut = length === SHORT_TEXT ? count > below : count >= FEWEST && count > below * TIMES && count <= looked * MOST;
    return isCut ? { kind: 'cut', count, samples, length } : undefined;
  }
}
