import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { LIMITS } from '@/lib/engine/limits';
import type { ByteSource, ReadOptions } from '@/lib/engine/types';
import type { Book, BookRow } from './book';
import { isoText } from './iso-text';
import { GENERAL, type NumberFormat, numberFormat, numberText } from './number-text';
import { ReadError } from './reader';

/** A workbook read by SheetJS, which holds all of it in memory. Throws ReadError. */
export function heldWorkbook(format: string, source: ByteSource, options: ReadOptions): Book {
  const book = readBook(format, source, options);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const formatOf = knownFormats();
  return {
    format,
    issues: [],
    sheets: book.SheetNames.map((name, index) => ({
      index,
      name,
      visible: !book.Workbook?.Sheets?.[index]?.Hidden,
      rows: gridOf(book.Sheets[name]).filter(Boolean).length,
    })),
    merged: (sheet) =>
      (book.Sheets[book.SheetNames[sheet] as string]?.['!merges'] ?? []).map(({ s, e }) => ({
        top: s.r + 1,
        bottom: e.r + 1,
        left: s.c,
        right: e.c,
      })),
    rows: (sheet) => rowsOf(gridOf(book.Sheets[book.SheetNames[sheet] as string]), (cell) => cellText(cell, formatOf, date1904)),
  };
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

type Grid = NonNullable<WorkSheet['!data']>;

const gridOf = (sheet: WorkSheet | undefined) => (sheet?.['!data'] ?? []) as Grid;

function* rowsOf(grid: Grid, textOf: (cell: CellObject | undefined) => string): Generator<BookRow> {
  for (let r = 0; r < grid.length; r++) {
    const line = grid[r];
    if (!line) continue;
    const cells = Array.from(line, textOf);
    while (cells.length && cells[cells.length - 1] === '') cells.pop();
    if (cells.length === 0) continue;
    const numbers = cells.flatMap((text, index) => (line[index]?.t === 'n' && text === String(line[index]?.v) ? [index] : []));
    yield { row: r + 1, cells, numbers };
  }
}

/** Looks up a format by its code, or by the number that books give the usual ones. */
function knownFormats(): (code: unknown) => NumberFormat {
  const known = new Map<unknown, NumberFormat>();
  return (code) => {
    let format = known.get(code);
    if (!format) {
      format = typeof code === 'string' ? numberFormat(code) : typeof code === 'number' ? numberFormat(SSF.get_table()[code] ?? '') : GENERAL;
      known.set(code, format);
    }
    return format;
  };
}

function cellText(cell: CellObject | undefined, formatOf: (code: unknown) => NumberFormat, date1904: boolean): string {
  if (!cell || cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'n' && typeof cell.v === 'number') return numberText(cell.v, formatOf(cell.z), date1904, cell.w);
  if (cell.t === 'd' && cell.v instanceof Date) return isoText(cell.v.toISOString());
  return cell.w !== undefined && cell.t !== 's' ? cell.w : cell.t === 'b' ? (cell.v ? 'TRUE' : 'FALSE') : String(cell.v);
}
