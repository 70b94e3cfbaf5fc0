import type { DetectedEncoding } from '@/lib/engine/detect/encoding';
import { issue } from '@/lib/engine/issues';
import { LIMITS } from '@/lib/engine/limits';
import type { ByteSource, ReadOptions } from '@/lib/engine/types';
import type { Book, BookRow } from './book';
import { bookSheets, openBook } from './book-table';
import { flatRecord, parsedJson } from './json/flat-record';
import { jsonTexts } from './json/json-records';
import { HEAD_BYTES, ReadError, type Reader } from './reader';
import { encodingOf, headText, textPieces } from './text/text-encoding';

/** An array of records, or a record that begins with the name of a field. */
const BEGINNING = /^\s*(?:\[\s*(?:[[{]|\]\s*$)|\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\}\s*$))/;

/** Records in JSON: an array of them, one a line, or arrays within one object, each of which is offered as a sheet. */
export const json: Reader = {
  id: 'json',
  extensions: ['json', 'jsonl', 'ndjson'],
  sniff: (head) => BEGINNING.test(headText(head)),
  open: (source, options) => openBook(jsonBook(source, options), options),
  sheets: (source, options) => bookSheets(jsonBook(source, options)),
};

/** A table of JSON: gives its records anew at each call. Those that cannot be read are `undefined` and given as they are written. */
interface JsonTable {
  name: string;
  records(): Iterable<JsonRecord>;
}

interface JsonRecord {
  record: unknown;
  text: string;
  whole: boolean;
}

function jsonBook(source: ByteSource, options: ReadOptions): Book {
  const encoding = encodingOf(source, options.encoding);
  const tables = tablesOf(source, encoding);
  const columns = tables.map(columnsOf);
  return {
    format: 'json',
    encoding,
    isHeaded: columns.every((found) => found !== null),
    sheets: tables.map(({ name }, index) => ({ index, name, visible: true, rows: null })),
    issues: [],
    rows: (sheet) => rowsOf(tables[sheet] as JsonTable, columns[sheet] ?? null),
  };
}

function tablesOf(source: ByteSource, encoding: DetectedEncoding): JsonTable[] {
  const read = function* () {
    for (const { text, whole } of jsonTexts(textPieces(source, encoding))) yield { record: parsedJson(text), text, whole };
  };
  const [first, second] = read();
  if (first && !second && first.record !== undefined && !isArray(source)) {
    const arrays = Object.entries(first.record as object).filter(
      ([, value]) => Array.isArray(value) && value.some((item) => typeof item === 'object'),
    );
    if (arrays.length > 0 && !Array.isArray(first.record)) return arrays.map(([name, value]) => heldTable(name, value));
  }
  return [{ name: '', records: read }];
}

const isArray = (source: ByteSource) => /^\s*\[/.test(headText(source.read(0, HEAD_BYTES)));

const heldTable = (name: string, values: readonly unknown[]): JsonTable => ({
  name,
  *records() {
    for (const record of values) yield { record, text: '', whole: true };
  },
});

/** The names of all fields of all records; null when they have none because they are arrays. */
function columnsOf({ records }: JsonTable): Set<string> | null {
  const columns = new Set<string>();
  let isReadable = false;
  let count = 0;
  for (const { record } of records()) {
    count++;
    if (record === undefined) continue;
    if (Array.isArray(record) && !isReadable) return null;
    isReadable = true;
    for (const column of flatRecord(record).keys()) columns.add(column);
    if (columns.size > LIMITS.columns) throw new ReadError('too-many-columns', { columns: columns.size, limit: LIMITS.columns });
  }
  if (count > 0 && !isReadable) throw new ReadError('damaged-file', { format: 'json', reason: 'no record' });
  return columns;
}

function* rowsOf({ records }: JsonTable, columns: ReadonlySet<string> | null): Generator<BookRow> {
  let row = 0;
  if (columns && columns.size > 0) yield { row: ++row, cells: [...columns], numbers: [] };
  for (const record of records()) {
    row++;
    if (record.record === undefined) yield unreadable(row, record);
    else {
      const cells = flatRecord(record.record);
      yield { row, cells: columns ? Array.from(columns, (column) => cells.get(column) ?? '') : [...cells.values()], numbers: [] };
    }
  }
}

/** What is no JSON is given as it is written. */
function unreadable(row: number, { text, whole }: JsonRecord): BookRow {
  return { row, cells: [text.slice(0, LIMITS.cellChars)], numbers: [], issues: [issue(whole ? 'record-unreadable' : 'record-cut-short', row, null)] };
}
