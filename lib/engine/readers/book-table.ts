import { type IssueCode, issue } from '@/lib/engine/issues';
import { LIMITS } from '@/lib/engine/limits';
import { digitColumns } from '@/lib/engine/mapping/digit-columns';
import type { FileIssue, RawRow, RawTable, ReadOptions } from '@/lib/engine/types';
import { type Book, type BookRow, firstRows } from './book';
import { chosenSheet } from './chosen-sheet';
import { fileIssue } from './file-issue';
import { mergedCells } from './merged-cells';
import { ReadError, type WholeSheet } from './reader';
import { startOf } from './table-start';
import { encodingIssues } from './text/text-encoding';

/** Rows in which the header is looked for, and that say how wide the table is. */
const HEAD_ROWS = 200;

/** Opens one sheet of a book: the one asked for, else the first visible one that holds a table. Throws ReadError. */
export function openBook(book: Book, options: ReadOptions): RawTable {
  const sheet = chosenSheet(book, options.sheet);
  const head = firstRows(book, sheet, HEAD_ROWS);
  const width = widthOf(head);
  if (width > LIMITS.columns) throw new ReadError('too-many-columns', { columns: width, limit: LIMITS.columns });
  const wanted = options.headerRow === undefined && book.isHeaded ? 1 : options.headerRow;
  const asked = typeof wanted === 'number' ? head.filter(({ row }) => row <= wanted).length : wanted;
  const start = startOf(
    head.map(({ cells }) => padded(cells, width)),
    asked,
  );
  const merged = book.merged ? book.merged(sheet) : [];
  const first = head[start.skip]?.row ?? Number.POSITIVE_INFINITY;
  // Of a large sheet they are told at its last row.
  const rest = () => mergedCells(book.merged?.(sheet) ?? [], first);
  const code = head.length === 0 ? 'empty-file' : head.length <= start.skip ? 'no-rows' : null;
  return {
    reading: {
      format: book.format,
      encoding: book.encoding?.encoding ?? null,
      bom: (book.encoding?.bomBytes ?? 0) > 0,
      delimiter: null,
      quote: null,
      escape: null,
      newline: null,
      sheets: [...book.sheets],
      sheet,
      headerRow: start.headerRow && (head[start.headerRow - 1]?.row ?? null),
      header: start.header,
      issues: [
        ...book.issues,
        ...(code ? [fileIssue(code)] : []),
        ...(book.encoding ? encodingIssues(book.encoding) : []),
        ...start.issues,
        ...lostZeros(start.header, head.slice(start.skip)),
        ...(merged === null ? [] : mergedCells(merged, first)),
      ],
    },
    chunks: (rowsPerChunk = LIMITS.chunkRows) =>
      chunksOf(merged === null ? withRest(book.rows(sheet), rest) : book.rows(sheet), start.skip, width, rowsPerChunk),
  };
}

/** Every sheet of a book, whole. Throws ReadError. */
export function* bookSheets(book: Book): Generator<WholeSheet> {
  for (const info of book.sheets) {
    yield { info, rows: cellsOf(book.rows(info.index), widthOf(firstRows(book, info.index, HEAD_ROWS))) };
  }
}

function* cellsOf(rows: Iterable<BookRow>, width: number): Generator<string[]> {
  for (const { cells } of rows) yield padded(cells, width);
}

const widthOf = (rows: readonly BookRow[]) => rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

function padded(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('');
  return cells;
}

function* chunksOf(rows: Iterable<BookRow>, skip: number, width: number, rowsPerChunk: number): Generator<RawRow[]> {
  let chunk: RawRow[] = [];
  let left = skip;
  for (const row of rows) {
    if (left-- > 0) continue;
    if (chunk.push(rawRow(row, width)) < rowsPerChunk) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length) yield chunk;
}

/** The rows, the last of them with what is known only then. */
function* withRest(rows: Iterable<BookRow>, rest: () => FileIssue[]): Generator<BookRow> {
  let last: BookRow | null = null;
  for (const row of rows) {
    if (last) yield last;
    last = row;
  }
  if (!last) return;
  const { row, issues = [] } = last;
  yield { ...last, issues: [...issues, ...rest().map(({ code, params }) => issue(code as IssueCode, row, null, params))] };
}

/** A row as wide as the table; one that is wider than its first rows is kept so and marked. */
function rawRow({ row, cells, issues = [] }: BookRow, width: number): RawRow {
  if (cells.length > LIMITS.columns) throw new ReadError('too-many-columns', { columns: cells.length, limit: LIMITS.columns });
  if (cells.length > width) issues.push(issue('ragged-row', row, null, { cells: cells.length, columns: width }));
  padded(cells, width);
  return issues.length > 0 ? { row, cells, issues } : { row, cells };
}

/** Says which columns of digits hold numbers and no texts: the book itself no longer knows the zeros in front of them. */
function lostZeros(header: readonly string[], records: readonly BookRow[]): FileIssue[] {
  const columns = digitColumns(header).filter((index) => records.some(({ numbers }) => numbers.includes(index)));
  return columns.length > 0 ? [fileIssue('zeros-lost', { value: columns.map((index) => header[index]).join(', '), count: columns.length })] : [];
}
