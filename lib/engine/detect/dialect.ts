import type { Dialect } from '@/lib/engine/readers/text/dialect';
import { RecordReader } from '@/lib/engine/readers/text/record-reader';
import { cellType } from './cell-type';

/** Characters that separate cells, with how readily each is believed when the records look alike. */
const DELIMITERS: readonly [delimiter: string, belief: number][] = [
  [',', 1],
  [';', 1],
  ['\t', 1],
  ['|', 0.9],
  [':', 0.5],
  [' ', 0.55],
  ['~', 0.8],
  ['^', 0.8],
  ['#', 0.6],
  ['*', 0.6],
  ['&', 0.6],
];

/** Records that are compared; more change no decision. */
const SAMPLE_RECORDS = 150;
const SAMPLE_CELLS = 4_000;
const SAMPLE_CHARACTERS = 1 << 16;
/** A delimiter believed less than this is as often part of the text: it must split enough records, nearly all of them alike. */
const BELIEVED = 0.85;
const CONVINCING = { records: 4, share: 0.8 };

/** What a person has settled beforehand. */
export interface KnownDialect {
  delimiter?: string;
  quote?: string;
}

/**
 * Finds how a text separates its cells: each candidate reads the sample, and the one wins whose records have the same width and
 * whose cells look like values.
 */
export function detectDialect(text: string, known: KnownDialect = {}): Dialect {
  const sample = wholeLines(text);
  const newline = newlineOf(sample);
  const base: Dialect = { delimiter: null, quote: null, escape: null, padded: false, ...newline };
  const delimiters = known.delimiter ? [[known.delimiter, 1] as const] : DELIMITERS.filter(([delimiter]) => sample.includes(delimiter));
  const quotes = known.quote ? [known.quote] : quotesIn(sample);
  let best = { dialect: { ...base, quote: quotes[0] ?? null }, score: 0 };
  for (const quote of quotes) {
    for (const [delimiter, belief] of delimiters) {
      const dialect = { ...base, delimiter, quote, escape: escapeOf(sample, quote, delimiter), padded: isPadded(sample, delimiter) };
      const score = belief * scoreOf(sample, dialect, belief < BELIEVED && !known.delimiter);
      if (score > best.score + 1e-9) best = { dialect, score };
    }
  }
  if (known.delimiter && best.dialect.delimiter === null) best.dialect.delimiter = known.delimiter;
  return best.dialect;
}

function wholeLines(text: string): string {
  if (text.length <= SAMPLE_CHARACTERS) return text;
  const end = Math.max(text.lastIndexOf('\n', SAMPLE_CHARACTERS), text.lastIndexOf('\r', SAMPLE_CHARACTERS));
  return text.slice(0, end > 0 ? end + 1 : SAMPLE_CHARACTERS);
}

function newlineOf(sample: string): Pick<Dialect, 'newline' | 'loneReturns'> {
  const pairs = sample.split('\r\n').length - 1;
  const feeds = sample.split('\n').length - 1 - pairs;
  const returns = sample.split('\r').length - 1 - pairs;
  const newline = pairs >= feeds && pairs >= returns && pairs > 0 ? '\r\n' : returns > feeds ? '\r' : '\n';
  return { newline, loneReturns: returns > 0 && (newline === '\r' || returns > (pairs + feeds) / 10) };
}

/** The quote characters that enclose whole cells somewhere in the sample; the double quote is always tried. */
function quotesIn(sample: string): string[] {
  const singles = sample.match(/(?:^|[,;\t|\n\r])'[^'\n\r]+'(?=[,;\t|\r\n]|$)/g)?.length ?? 0;
  return singles >= 2 ? ['"', "'"] : ['"'];
}

function escapeOf(sample: string, quote: string, delimiter: string): string | null {
  let slashed = 0;
  let doubled = 0;
  for (let i = sample.indexOf(quote); i >= 0; i = sample.indexOf(quote, i + 1)) {
    const next = sample[i + 1];
    const border = next === delimiter || next === '\n' || next === '\r' || next === undefined;
    if (sample[i - 1] === '\\' && !border) slashed++;
    else if (next === quote && i > 0 && sample[i - 1] !== delimiter && sample[i - 1] !== '\n') {
      doubled++;
      i++;
    }
  }
  return slashed > doubled ? '\\' : doubled > 0 ? quote : null;
}

/** Whether nearly every delimiter is followed by a blank. */
function isPadded(sample: string, delimiter: string): boolean {
  if (delimiter === ' ') return false;
  const pieces = sample.split('\n').flatMap((line) => line.replace(/\r$/, '').split(delimiter).slice(1));
  const filled = pieces.filter((piece) => piece !== '');
  return filled.length >= 8 && filled.filter((piece) => piece[0] === ' ').length >= filled.length * 0.97;
}

/** The first records of a sample. */
function recordsOf(sample: string, dialect: Dialect): { records: string[][]; flaws: number } {
  const reader = new RecordReader([sample], dialect, 0);
  const records: string[][] = [];
  let flaws = 0;
  for (let batch = reader.next(); batch && records.length < SAMPLE_RECORDS; batch = reader.next()) {
    for (const record of batch.records) if (records.length < SAMPLE_RECORDS) records.push(record);
    for (const index of batch.flaws.keys()) if (index < SAMPLE_RECORDS) flaws++;
  }
  return { records, flaws };
}

/**
 * Sameness of the records' widths times the share of cells that look like values. Widths as in the literature on the subject:
 * a width counts by the square of its share, and more cells are better than fewer, with quickly less to gain.
 */
function scoreOf(sample: string, dialect: Dialect, doubtful: boolean): number {
  const { records, flaws } = recordsOf(sample, dialect);
  if (records.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
  const alike = Math.max(...[...widths].map(([width, count]) => (width > 1 ? count : 0))) / records.length;
  if (doubtful && (records.length < CONVINCING.records || alike < CONVINCING.share)) return 0;
  let sameness = 0;
  for (const [width, count] of widths) sameness += (count / records.length) ** 2 * ((width - 1) / width);
  let cells = 0;
  let known = 0;
  for (const record of records) {
    for (const cell of record) {
      if (cells >= SAMPLE_CELLS) break;
      cells++;
      known += weightOf(cell);
    }
  }
  return sameness * (0.5 + 0.5 * alike) * (known / cells) * (1 - (0.5 * flaws) / records.length);
}

function weightOf(cell: string): number {
  const type = cellType(cell);
  if (type === 'unknown') return 0.1;
  if (type !== 'text') return 1;
  if (/^['"]|['"]$/.test(cell)) return 0.4;
  return /[;\t|]/.test(cell) ? 0.6 : 0.9;
}
