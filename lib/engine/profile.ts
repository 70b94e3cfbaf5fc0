import { ShiftWatch } from './damage/shifted';
import { ColumnWatch } from './damage/watch-column';
import { SignVote } from './edits/signs';
import { DateOrderVote } from './fields/values/date';
import { LIMITS } from './limits';
import type { ColumnProfile, RawRow } from './types';
import { ValueMix } from './value-mix';
import { ValueCount, withinLimit } from './values/count-values';

/** Characters of a sample: enough to recognise a value. */
const SAMPLE_CHARS = 120;

/** Looks at rows chunk by chunk and tells how each column is filled. */
export interface ColumnProfiler {
  readonly rowCount: number;
  add(rows: readonly RawRow[]): void;
  result(): ColumnProfile[];
}

/** FNV-1a over UTF-16 units: values are told apart by 32 bits, so that no text of the file is kept for counting. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

/** Numbers from 0 up to below 1 that only depend on the seed (mulberry32): the same file always shows the same samples. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a cut through a character leaves of it. */
const HALF_A_CHARACTER = /[\ud800-\udbff]$/;

// Joining makes a text of its own: a slice would keep the whole chunk it was cut from in memory.
const keep = (text: string) =>
  Array.from(text.slice(0, SAMPLE_CHARS).replace(HALF_A_CHARACTER, '')).join('') + (text.length > SAMPLE_CHARS ? '…' : '');

class Column {
  private filled = 0;
  private candidates = 0;
  private readonly seen = new Set<number>();
  private readonly samples: string[] = [];
  private readonly dates = new DateOrderVote();
  private readonly signs = new SignVote();
  private readonly mix = new ValueMix();
  private readonly values = new ValueCount();
  private readonly watch = new ColumnWatch();
  private readonly random: () => number;

  constructor(
    private readonly index: number,
    private readonly header: string,
  ) {
    this.random = sequence(index + 1);
  }

  add(text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    this.filled++;
    this.mix.add(text);
    if (this.values.add(trimmed) && trimmed.length === text.length) return;
    const full = this.seen.size >= LIMITS.distinctValues;
    if (!full) {
      const before = this.seen.size;
      this.seen.add(hash(text));
      if (this.seen.size === before) return;
      this.signs.add(text);
      this.watch.add(trimmed);
    }
    this.dates.add(text);
    this.offer(text);
  }

  /** Reservoir sampling: every value offered has the same chance to be among the samples in the end. */
  private offer(text: string): void {
    this.candidates++;
    const place = this.samples.length < LIMITS.samples ? this.samples.length : Math.floor(this.random() * this.candidates);
    if (place >= LIMITS.samples) return;
    const sample = keep(text);
    if (!this.samples.includes(sample)) this.samples[place] = sample;
  }

  result(rows: number): ColumnProfile {
    const { index, header, filled, samples, dates } = this;
    const { order } = dates;
    const [signs, values] = [this.signs.result(), this.values.result()];
    const mix = this.mix.result(rows);
    const { damages, digits } = this.watch.result();
    const found = {
      ...(order && { dateOrder: order }),
      ...(signs && { signs }),
      ...(mix && { mix }),
      ...(values && { values }),
      ...(damages.length > 0 && { damages }),
      ...(digits && { digits }),
    };
    return { index, header, filled, rows, distinct: this.seen.size, samples, ...found };
  }
}

/**
 * Begins the profile of a file with these columns. Memory does not grow with the file: distinct values are counted up to
 * LIMITS.distinctValues, samples come from anywhere in the file.
 */
export function profileColumns(header: readonly string[]): ColumnProfiler {
  const columns = header.map((text, index) => new Column(index, text));
  const shifts = new ShiftWatch();
  let rowCount = 0;
  return {
    get rowCount() {
      return rowCount;
    },
    add(rows) {
      rowCount += rows.length;
      for (const row of rows) {
        const { cells } = row;
        shifts.add(row);
        // A file without a header, or a row longer than it: what stands there is shown, under no name.
        while (columns.length < cells.length) columns.push(new Column(columns.length, ''));
        for (let index = 0; index < cells.length; index++) columns[index]?.add(cells[index] ?? '');
      }
    },
    result() {
      const shifted = shifts.result();
      const result = withinLimit(columns.map((column) => column.result(rowCount)));
      return result.map((column) =>
        column.index === shifted?.column ? { ...column, damages: [...(column.damages ?? []), shifted.damage] } : column,
      );
    },
  };
}
