/** Different values up to which a column is taken for one of a closed list: a title, a country of a venue, a yes or no. */
const MOST_VALUES = 20;

/** Characters up to which a value may be one of a list. */
const VALUE_CHARS = 60;

/** Rows from which shares say something: below, one row more or less moves them by more than two in a hundred. */
const LEAST_ROWS = 50;

/** Rows that must hold a value for it to be named: what few rows hold may be about one person. */
const LEAST_HOLDERS = 5;

/** A value and how many rows hold it. */
export type ValueCount = [value: string, rows: number];

/** Counts the values of a column as long as they can be those of a closed list; of any other column it keeps nothing. */
export class ValueMix {
  private counts: Map<string, number> | null = new Map();

  /** Takes a filled cell. */
  add(text: string): void {
    if (this.counts === null) return;
    const before = this.counts.get(text);
    if (before !== undefined) this.counts.set(text, before + 1);
    else if (this.counts.size < MOST_VALUES && text.length <= VALUE_CHARS) this.counts.set(text, 1);
    else this.counts = null;
  }

  /** The values that enough of so many rows hold, most first; undefined where they are no list, or too few to tell. */
  result(rows: number): ValueCount[] | undefined {
    if (this.counts === null || rows < LEAST_ROWS) return undefined;
    const named = [...this.counts].filter(([, count]) => count >= LEAST_HOLDERS);
    return named.length === 0 ? undefined : named.sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  }
}
