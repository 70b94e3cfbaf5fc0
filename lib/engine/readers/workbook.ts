import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { CODES_WITHIN } from '@/lib/engine/detect/header';
import { ISSUES, type IssueCode } from '@/lib/engine/issues';
import { codeCount, isFormatHeader, namesOwnerAndOperation } from '@/lib/engine/layouts/known-codes';
import { LIMITS } from '@/lib/engine/limits';
import { digitColumns } from '@/lib/engine/mapping/digit-columns';
import type { ByteSource, FileIssue, RawRow, RawTable, Reading, ReadOptions, SheetInfo } from '@/lib/engine/types';
import { cellText } from './cell-text';
import { ReadError, type WholeSheet } from './reader';
import { startOf } from './table-start';

/** The filled rows of a sheet; `row` is 1-based as the spreadsheet shows it. */
interface SheetRows {
  rows: RawRow[];
  width: number;
}

/** Opens one sheet of a book: the one asked for, else the first visible one that holds a table. Throws ReadError. */
export function openWorkbook(format: string, source: ByteSource, options: ReadOptions): RawTable {
  const book = readBook(format, source, options);
  const sheets = sheetsOf(book);
  const sheet = chosenSheet(book, sheets, options.sheet);
  const { rows, width } = rowsOf(book, sheet);
  if (width > LIMITS.columns) throw new ReadError('too-many-columns', { columns: width, limit: LIMITS.columns });
  const head = rows.slice(0, 200).map(({ cells }) => cells);
  const asked = typeof options.headerRow === 'number' ? rows.filter(({ row }) => row <= (options.headerRow as number)).length : options.headerRow;
  const start = startOf(head, asked);
  const code = rows.length === 0 ? 'empty-file' : rows.length <= start.skip ? 'no-rows' : null;
  const records = rows.slice(start.skip);
  const reading: Reading = {
    format,
    encoding: null,
    bom: false,
    delimiter: null,
    quote: null,
    escape: null,
    newline: null,
    sheets,
    sheet,
    headerRow: start.headerRow && (rows[start.headerRow - 1]?.row ?? null),
    header: start.header,
    issues: [...(code ? [note(code)] : []), ...start.issues, ...lostZeros(book, sheet, start.header, records[0]?.row)],
  };
  return {
    reading,
    *chunks(rowsPerChunk = LIMITS.chunkRows) {
      for (let i = 0; i < records.length; i += rowsPerChunk) yield records.slice(i, i + rowsPerChunk);
    },
  };
}

const note = (code: IssueCode, params: FileIssue['params'] = {}): FileIssue => ({ row: null, code, level: ISSUES[code], params });

/** Says which columns of digits hold numbers and no texts: the book itself no longer knows the zeros in front of them. */
function lostZeros(book: WorkBook, sheet: number, header: readonly string[], firstRow = Number.POSITIVE_INFINITY): FileIssue[] {
  const records = gridOf(book.Sheets[book.SheetNames[sheet] as string]).slice(firstRow - 1);
  const isNumber = (cell: CellObject | undefined): boolean => cell?.t === 'n' && cellText(cell, false) === String(cell.v);
  const columns = digitColumns(header).filter((index) => records.some((line) => isNumber(line?.[index])));
  return columns.length > 0 ? [note('zeros-lost', { value: columns.map((index) => header[index]).join(', '), count: columns.length })] : [];
}

/** Every sheet of a book, whole. Throws ReadError. */
export function* workbookSheets(format: string, source: ByteSource, options: ReadOptions): Generator<WholeSheet> {
  const book = readBook(format, source, options);
  for (const info of sheetsOf(book)) yield { info, rows: rowsOf(book, info.index).rows.map(({ cells }) => cells) };
}

function readBook(format: string, source: ByteSource, options: ReadOptions): WorkBook {
  try {
    return read(source.read(0, source.size), {
      type: 'array',
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      password: options.password,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw new ReadError('password-protected', { kind: format });
    if (error instanceof RangeError && /memory|length|allocation/i.test(message))
      throw new ReadError('too-large', { what: format, limit: LIMITS.fileBytes });
    throw new ReadError('damaged-file', { format, reason: message.slice(0, 200) });
  }
}

function sheetsOf(book: WorkBook): SheetInfo[] {
  return book.SheetNames.map((name, index) => ({
    index,
    name,
    visible: !book.Workbook?.Sheets?.[index]?.Hidden,
    rows: gridOf(book.Sheets[name]).filter(Boolean).length,
  }));
}

const gridOf = (sheet: WorkSheet | undefined) => (sheet?.['!data'] ?? []) as NonNullable<WorkSheet['!data']>;

function chosenSheet(book: WorkBook, sheets: SheetInfo[], asked: number | undefined): number {
  if (asked !== undefined) {
    if (!sheets[asked]) throw new ReadError('no-such-sheet', { sheet: asked + 1, sheets: sheets.length });
    return asked;
  }
  const filled = sheets.filter(({ rows }) => (rows ?? 0) > 0);
  return (templateSheet(book, filled) ?? filled.find(({ visible }) => visible) ?? filled[0] ?? sheets[0])?.index ?? 0;
}

/**
 * The sheet that is written in the format: the first that names owner and operation in one of its first rows, else the one with most
 * codes, since lists of allowed values are headed by some codes too.
 */
function templateSheet(book: WorkBook, sheets: readonly SheetInfo[]): SheetInfo | undefined {
  const headed = sheets.flatMap((info) => {
    const header = rowsOf(book, info.index, CODES_WITHIN).rows.find(({ cells }) => isFormatHeader(cells))?.cells;
    return header ? [{ info, steers: namesOwnerAndOperation(header), codes: codeCount(header) }] : [];
  });
  const [fullest] = [...headed].sort((a, b) => b.codes - a.codes);
  return (headed.find(({ steers }) => steers) ?? fullest)?.info;
}

function rowsOf(book: WorkBook, index: number, most = Number.POSITIVE_INFINITY): SheetRows {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const rows: { row: number; cells: string[] }[] = [];
  let width = 0;
  const grid = gridOf(book.Sheets[book.SheetNames[index] as string]);
  for (let r = 0; r < grid.length && rows.length < most; r++) {
    const line = grid[r];
    if (!line) continue;
    const cells = Array.from(line, (cell) => cellText(cell, date1904));
    while (cells.length && cells[cells.length - 1] === '') cells.pop();
    if (cells.length === 0) continue;
    width = Math.max(width, cells.length);
    rows.push({ row: r + 1, cells });
  }
  for (const { cells } of rows) while (cells.length < width) cells.push('');
  return { rows, width };
}
