/** What tools do to a file before it comes; each has its own text, with who does it and how to export again. */
export const DAMAGES = ['rounded', 'digits-cut', 'zeros-lost', 'made-a-date', 'cut', 'encoded-twice', 'letters-lost', 'shifted'] as const;
export type DamageKind = (typeof DAMAGES)[number];

/** A damage as it was seen in the values of one column. */
export interface Damage {
  kind: DamageKind;
  /** Different values that have it; rows, where columns are shifted. */
  count: number;
  /** Some of them, as they stand in the file. */
  samples: string[];
  /** What the samples were before, where that can be told. */
  repaired?: string[];
  /** Characters at which texts were cut. */
  length?: number;
}

/** Looks at the different values of one column, each once, for one damage. */
export interface DamageWatch {
  add(value: string): void;
  /** `looked`: how many values were added. Undefined where nothing is wrong, or where it may as well be right. */
  result(looked: number): Damage | undefined;
}

/** Samples kept of a damage. */
const SAMPLES = 3;

/** Characters shown of a sample. */
const SAMPLE_CHARS = 60;

/** The values that have a damage: how many, and the first of them. */
export class Affected {
  count = 0;
  readonly samples: string[] = [];

  add(value: string): void {
    this.count++;
    // Joining makes a text of its own: a slice would keep the whole chunk it was cut from in memory.
    if (this.samples.length < SAMPLES)
      this.samples.push(Array.from(value.slice(0, SAMPLE_CHARS)).join('') + (value.length > SAMPLE_CHARS ? '…' : ''));
  }
}
