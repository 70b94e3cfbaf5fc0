import { detectDialect } from '@/lib/engine/detect/dialect';
import type { DetectedEncoding } from '@/lib/engine/detect/encoding';
import { usualWidth } from '@/lib/engine/detect/header';
import { type Issue, issue } from '@/lib/engine/issues';
import { LIMITS } from '@/lib/engine/limits';
import type { ByteSource, FileIssue, RawRow, RawTable, Reading, ReadOptions } from '@/lib/engine/types';
import { fileIssue } from './file-issue';
import { ReadError, type Reader, type WholeSheet } from './reader';
import { startOf } from './table-start';
import type { Dialect } from './text/dialect';
import { RecordReader } from './text/record-reader';
import { CHUNK_BYTES, encodingIssues, encodingOf, textPieces } from './text/text-encoding';

/** Records in which the header is looked for. */
const HEAD_RECORDS = 200;

/** Text with one record per line, in any encoding and dialect. Claims every file: it comes last in the list. */
export const csv: Reader = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'txt'],
  sniff: () => true,
  open: (source, options) => new CsvFile(source, options).table(),
  sheets: (source, options) => [new CsvFile(source, options).whole()],
};

const loneFeeds = (text: string): number => text.match(/(?<!\r)\n/g)?.length ?? 0;

class CsvFile {
  private readonly encoding: DetectedEncoding;
  private readonly dialect: Dialect;
  private readonly head: string[][];
  private readonly width: number;
  private readonly mixed: boolean;
  /** Whether the beginning of the text has quotes at all; later records may, even if it has none. */
  private readonly quoted: boolean;

  constructor(
    private readonly source: ByteSource,
    private readonly options: ReadOptions,
  ) {
    this.encoding = encodingOf(source, options.encoding);
    const sample = this.sample();
    const named = /^sep=(.)\r?\n/i.exec(sample)?.[1];
    this.dialect = detectDialect(named ? sample.slice(sample.indexOf('\n') + 1) : sample, {
      delimiter: options.delimiter ?? named,
      quote: options.quote,
    });
    this.quoted = sample.includes(this.dialect.quote ?? '"');
    this.mixed = this.dialect.newline === '\r\n' && this.endsRecordsOtherwise(sample);
    this.head = this.headRecords(sample);
    this.width = usualWidth(this.head);
    if (this.width > LIMITS.columns) throw new ReadError('too-many-columns', { columns: this.width, limit: LIMITS.columns });
  }

  table(): RawTable {
    const start = startOf(this.head, this.options.headerRow);
    const width = start.header.length || this.width;
    const reading: Reading = {
      format: 'csv',
      encoding: this.encoding.encoding,
      bom: this.encoding.bomBytes > 0,
      delimiter: this.dialect.delimiter,
      quote: this.quoted ? this.dialect.quote : null,
      escape: this.dialect.escape,
      newline: this.dialect.newline,
      sheets: [{ index: 0, name: '', visible: true, rows: null }],
      sheet: 0,
      headerRow: start.headerRow,
      header: start.header,
      issues: [...this.issues(start.skip), ...start.issues],
    };
    return { reading, chunks: (rowsPerChunk = LIMITS.chunkRows) => this.chunks(start.skip, width, rowsPerChunk) };
  }

  whole(): WholeSheet {
    return { info: { index: 0, name: '', visible: true, rows: null }, rows: this.cells() };
  }

  private issues(skip: number): FileIssue[] {
    const found = encodingIssues(this.encoding);
    if (this.head.length <= skip) found.unshift(fileIssue(this.head.length === 0 ? 'empty-file' : 'no-rows'));
    if (this.mixed) found.push(fileIssue('mixed-newlines'));
    return found;
  }

  private *cells(): Generator<string[]> {
    const reader = this.reader();
    for (let batch = reader.next(); batch; batch = reader.next()) yield* batch.records;
  }

  private *chunks(skip: number, width: number, rowsPerChunk: number): Generator<RawRow[]> {
    const reader = this.reader();
    let row = 0;
    let chunk: RawRow[] = [];
    for (let batch = reader.next(); batch; batch = reader.next()) {
      for (let i = 0; i < batch.records.length; i++) {
        row++;
        if (row <= skip) continue;
        chunk.push(this.rawRow(row, batch.records[i] as string[], width, batch.flaws.get(i)));
        if (chunk.length < rowsPerChunk) continue;
        yield chunk;
        chunk = [];
      }
    }
    if (chunk.length) yield chunk;
  }

  private rawRow(row: number, cells: string[], width: number, flaw: Issue['code'] | undefined): RawRow {
    const issues: Issue[] = [];
    if (flaw) issues.push(issue(flaw, row, null));
    if (cells.length !== width) issues.push(issue('ragged-row', row, null, { cells: cells.length, columns: width }));
    if (this.encoding.invalid || this.encoding.guessed) {
      if (cells.some((cell) => cell.includes('\ufffd'))) issues.push(issue('undecodable-bytes', row, null, { encoding: this.encoding.encoding }));
    }
    const kept = this.encoding.nulls && cells.some((cell) => cell.includes('\0')) ? cells.map((cell) => cell.replaceAll('\0', '')) : cells;
    if (kept !== cells) issues.push(issue('null-characters', row, null));
    return issues.length ? { row, cells: kept, issues } : { row, cells: kept };
  }

  private reader(): RecordReader {
    return new RecordReader(textPieces(this.source, this.encoding), this.dialect, this.width);
  }

  /** The beginning of the text, up to the end of a line. */
  private sample(): string {
    const text = textPieces(this.source, this.encoding).next().value ?? '';
    if (this.source.size <= this.encoding.bomBytes + CHUNK_BYTES) return text;
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return end > 0 ? text.slice(0, end + 1) : text;
  }

  /** Whether line feeds alone end records too; a line break within a cell ends none. */
  private endsRecordsOtherwise(sample: string): boolean {
    const alone = loneFeeds(sample);
    if (alone === 0) return false;
    const records = new RecordReader([sample], this.dialect, 0).next()?.records ?? [];
    return alone > records.reduce((sum, cells) => sum + cells.reduce((inside, cell) => inside + loneFeeds(cell), 0), 0);
  }

  private headRecords(sample: string): string[][] {
    const records = new RecordReader([sample], this.dialect, 0).next()?.records ?? [];
    const width = usualWidth(records);
    const again = new RecordReader([sample, ''], this.dialect, width);
    const head: string[][] = [];
    for (let batch = again.next(); batch && head.length < HEAD_RECORDS; batch = again.next()) head.push(...batch.records);
    return head.slice(0, HEAD_RECORDS);
  }
}
