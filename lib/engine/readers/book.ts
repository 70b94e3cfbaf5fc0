import type { DetectedEncoding } from '@/lib/engine/detect/encoding';
import type { Issue } from '@/lib/engine/issues';
import type { FileIssue, SheetInfo } from '@/lib/engine/types';
import type { CellRange } from './merged-cells';

/** A filled row of a sheet. */
export interface BookRow {
  /** 1-based as the spreadsheet shows it; later rows have higher ones. */
  row: number;
  /** As long as the last filled cell. */
  cells: string[];
  /** Columns (0-based) whose cell is a number shown as it is: zeros that once stood in front of it are gone. */
  numbers: readonly number[];
  issues?: Issue[];
}

/** An opened file of one or several tables, whatever reads it. */
export interface Book {
  /** Id of the reader. */
  readonly format: string;
  /** All sheets in order, charts included. */
  readonly sheets: readonly SheetInfo[];
  /** Of a book that is a text. */
  readonly encoding?: DetectedEncoding;
  /** Whether the first row of its sheets is the header for sure. */
  readonly isHeaded?: boolean;
  /** What is wrong with the book as a whole. */
  readonly issues: readonly FileIssue[];
  /** The merged cells of a sheet, where the format has any; null where they are known only when its rows have been read to their end. */
  merged?(sheet: number): readonly CellRange[] | null;
  /** The filled rows of a sheet from its start. Throws ReadError. */
  rows(sheet: number): Iterable<BookRow>;
}

/** The first rows of a sheet. */
export function firstRows(book: Book, sheet: number, most: number): BookRow[] {
  const rows: BookRow[] = [];
  if (most > 0) {
    for (const row of book.rows(sheet)) if (rows.push(row) >= most) break;
  }
  return rows;
}
