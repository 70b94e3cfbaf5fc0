import { LIMITS } from '@/lib/engine/limits';

/** The distinct values of a column with the cells that have each, as far as they were counted. */
export interface ColumnValues {
  listed: [value: string, count: number][];
  /** Filled cells whose values are not listed: there were too many of them, or they are no codes, but long texts or e-mails. */
  further: number;
}

/** Distinct values up to which a column is listed however rarely they come back: a short list of codes may be in a short file. */
const FEW = 50;
/** Above that, how often a value of codes comes back on average at least: names and addresses do not. */
const REPEATS = 1.5;

/** A text of its own: a slice would keep the whole chunk it was cut from in memory. */
const copyOf = (text: string): string => Array.from(text).join('');

/**
 * Counts the cells of a column by value, over all of it, in bounded memory. A value is listed from its first cell on or not at all, so that
 * the counts of listed values are exact. A column whose values hardly come back is given up: it holds no codes.
 */
export class ValueCount {
  private counts: Map<string, number> | null = new Map();
  private filled = 0;

  /** Takes a filled cell, trimmed; gives whether its value was seen before. False as well where nobody knows. */
  add(text: string): boolean {
    this.filled++;
    if (!this.counts) return false;
    const count = this.counts.get(text);
    if (count !== undefined) {
      this.counts.set(text, count + 1);
      return true;
    }
    if (this.counts.size < LIMITS.listedValues) {
      if (text.length <= LIMITS.listedValueChars && !text.includes('@')) this.counts.set(copyOf(text), 1);
    } else if (this.isUnlike()) this.counts = null;
    return false;
  }

  private isUnlike = (): boolean => {
    const size = this.counts?.size ?? 0;
    return size > FEW && this.filled < size * REPEATS;
  };

  /** Undefined where the column holds no codes. The values that most cells have come first. */
  result(): ColumnValues | undefined {
    if (!this.counts || this.counts.size === 0 || this.isUnlike()) return undefined;
    const listed = [...this.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return { listed, further: this.filled - listed.reduce((sum, [, count]) => sum + count, 0) };
  }
}

/** Columns whose values in all are no more than a file may have: those with the fewest keep theirs. */
export function withinLimit<Column extends { values?: ColumnValues }>(columns: readonly Column[]): Column[] {
  const sizeOf = (column: Column | undefined): number => column?.values?.listed.length ?? 0;
  const order = columns.map((_, at) => at).sort((a, b) => sizeOf(columns[a]) - sizeOf(columns[b]));
  let all = 0;
  const dropped = new Set(
    order.filter((at) => {
      all += sizeOf(columns[at]);
      return all > LIMITS.listedInFile;
    }),
  );
  return columns.map((column, at) => {
    if (!dropped.has(at)) return column;
    const { values, ...rest } = column;
    return rest as Column;
  });
}
