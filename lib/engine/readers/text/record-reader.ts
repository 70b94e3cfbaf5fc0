import type { Dialect, Flaw } from './dialect';
import { type ParsedRecord, parseRecord } from './quoted-record';
import { repairLine } from './repair-line';

/** Finds the next place of a character without looking at any part of the text twice. */
class Scout {
  private found = -2;
  constructor(private readonly character: string) {}

  forget(): void {
    this.found = -2;
  }

  /** Its first index not before `at`, which never goes back; -1 when there is none. */
  from(text: string, at: number): number {
    if (this.found !== -1 && this.found < at) this.found = text.indexOf(this.character, at);
    return this.found;
  }
}

/** Records in the order of the file; `flaws` by index within the batch. */
export interface RecordBatch {
  records: string[][];
  flaws: Map<number, Flaw>;
}

const DELIMITERS = [',', ';', '\t', '|', ' '];

/**
 * Splits text into records. Blank lines are none. A record whose quotes do not fit is read so that it has `width` cells if that
 * can be done, and is marked; a quote that never closes ends with its line, so that it cannot swallow the rest of the file.
 */
export class RecordReader {
  private text = '';
  private at = 0;
  private final = false;
  private readonly quotes: Scout | null;
  private readonly feeds = new Scout('\n');
  private readonly returns: Scout | null;
  private readonly chunks: Iterator<string>;

  constructor(
    chunks: Iterable<string>,
    private readonly dialect: Dialect,
    private readonly width: number,
  ) {
    this.chunks = chunks[Symbol.iterator]();
    this.quotes = dialect.quote === null ? null : new Scout(dialect.quote);
    this.returns = dialect.loneReturns ? new Scout('\r') : null;
  }

  /** The next records, about one chunk of text; null at the end. A batch may be empty. */
  next(): RecordBatch | null {
    if (this.final) return null;
    const { done, value } = this.chunks.next();
    this.final = done === true;
    this.text = this.text.slice(this.at) + (done ? '' : value);
    this.at = 0;
    for (const scout of [this.quotes, this.feeds, this.returns]) scout?.forget();
    const batch: RecordBatch = { records: [], flaws: new Map() };
    while (this.at < this.text.length && this.readRecord(batch));
    return batch;
  }

  /** False when the record goes on beyond the text at hand. */
  private readRecord(batch: RecordBatch): boolean {
    const lineEnd = this.lineEnd();
    if (lineEnd < 0) return false;
    const plain = this.dialect.padded || this.quoteBefore(lineEnd) ? null : this.text.slice(this.at, this.contentEnd(lineEnd));
    if (plain !== null) {
      if (plain !== '') this.push(batch, this.dialect.delimiter === null ? [plain] : plain.split(this.dialect.delimiter), null);
      this.at = lineEnd + 1;
      return true;
    }
    const enclosed = this.enclosed(lineEnd);
    if (enclosed) {
      this.push(batch, enclosed, null);
      this.at = lineEnd + 1;
      return true;
    }
    const record = parseRecord(this.text, this.at, this.final, this.dialect);
    if (record === null) return false;
    const multiline = record.next > lineEnd + 1;
    const repaired = record.flaw || (multiline && record.cells.length !== this.width) ? this.repaired(lineEnd) : null;
    const { cells, flaw, next } = repaired ?? (this.swallows(record, multiline) ? this.lineAlone(lineEnd) : record);
    if (cells.length > 1 || cells[0] !== '' || next > lineEnd + 1 || this.contentEnd(lineEnd) > this.at) this.push(batch, cells, flaw);
    this.at = next;
    return true;
  }

  /** The cells of a line in which every cell is quoted and none holds a quote: what most programs write, read three times faster. */
  private enclosed(lineEnd: number): string[] | null {
    const { quote, delimiter, escape: escapes, padded } = this.dialect;
    const end = this.contentEnd(lineEnd);
    if (quote === null || delimiter === null || padded || end - this.at < 2 || this.text[this.at] !== quote || this.text[end - 1] !== quote)
      return null;
    const content = this.text.slice(this.at + 1, end - 1);
    if (escapes === '\\' && content.includes('\\')) return null;
    const cells = content.split(quote + delimiter + quote);
    return cells.some((cell) => cell.includes(quote)) ? null : cells;
  }

  private push(batch: RecordBatch, cells: string[], flaw: Flaw | null): void {
    const other = cells.length === this.width || this.width < 3 ? null : this.otherDelimiter(cells);
    if (other || flaw) batch.flaws.set(batch.records.length, flaw ?? 'other-delimiter');
    batch.records.push(other ?? cells);
  }

  /** The cells of a record that only has the width of the others with another delimiter. */
  private otherDelimiter(cells: string[]): string[] | null {
    if (cells.length > 2) return null;
    const line = cells.join(this.dialect.delimiter ?? '');
    for (const delimiter of DELIMITERS) {
      if (delimiter === this.dialect.delimiter) continue;
      const split = parseRecord(line, 0, true, { ...this.dialect, delimiter });
      if (split && split.flaw === null && split.next >= line.length && split.cells.length === this.width) return split.cells;
    }
    return null;
  }

  private repaired(lineEnd: number): ParsedRecord | null {
    const cells = repairLine(this.text.slice(this.at, this.contentEnd(lineEnd)), this.dialect, this.width);
    return cells && { cells, flaw: 'stray-quote', next: lineEnd + 1 };
  }

  /** Whether a misplaced quote made lines into one record that they are not. */
  private swallows({ cells, flaw }: ParsedRecord, multiline: boolean): boolean {
    return flaw === 'unclosed-quote' || (flaw !== null && multiline && cells.length !== this.width);
  }

  private lineAlone(lineEnd: number): ParsedRecord {
    const line = this.text.slice(this.at, this.contentEnd(lineEnd));
    return { cells: this.dialect.delimiter === null ? [line] : line.split(this.dialect.delimiter), flaw: 'unclosed-quote', next: lineEnd + 1 };
  }

  private quoteBefore(end: number): boolean {
    const quote = this.quotes?.from(this.text, this.at) ?? -1;
    return quote >= 0 && quote < end;
  }

  /** The index of the character that ends the line at hand, the length of the text at its end, -1 when it is not there yet. */
  private lineEnd(): number {
    const feed = this.feeds.from(this.text, this.at);
    const lone = this.returns?.from(this.text, this.at) ?? -1;
    if (lone >= 0 && (feed < 0 || lone < feed - 1)) {
      // A return at the very end of the text may be the first half of a pair.
      if (lone < this.text.length - 1 || this.final) return lone;
      return -1;
    }
    return feed >= 0 ? feed : this.final ? this.text.length : -1;
  }

  private contentEnd(lineEnd: number): number {
    return lineEnd > this.at && this.text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  }
}
