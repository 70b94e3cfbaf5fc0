import { isFormatHeader } from '@/lib/engine/layouts/known-codes';
import { cellType, isValueType } from './cell-type';

/** Rows of a table or sheet in which the codes of the format are looked for. */
export const CODES_WITHIN = 10;
/** Rows in which a header is looked for. */
const SEARCHED = 30;
/** Rows from which the type of a column is known. */
const TYPED_FROM = 3;

/** Where the header of a table is: `index` of its first row among those given, and over how many rows it goes. */
export interface HeaderPlace {
  index: number;
  rows: number;
}

/** What precedes the first record: `skip` rows in all, `header` among them or null when the table has none. */
export interface TableStart {
  skip: number;
  header: HeaderPlace | null;
}

type Rows = readonly (readonly string[])[];

const filledIn = (row: readonly string[]) => row.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);

/**
 * Finds the header of a table in its first rows (blank ones left out). Titles and notes above it are recognised by their few
 * cells; field codes in one of the first ten rows are the header whatever stands above them, as in the published template.
 */
export function detectHeader(rows: Rows): TableStart {
  const codes = rows.slice(0, CODES_WITHIN).findIndex(isFormatHeader);
  if (codes >= 0) return { skip: codes + 1, header: { index: codes, rows: 1 } };
  const first = firstOfTable(rows);
  const row = rows[first];
  if (!row) return { skip: 0, header: null };
  if (!isHeader(row, rows.slice(first + 1))) return { skip: first, header: null };
  const count = headerRows(rows.slice(first));
  return { skip: first + count, header: { index: first, rows: count } };
}

/** The first row that has about as many filled cells as the table's rows have, and as many cells in all if there is such a row. */
function firstOfTable(rows: Rows): number {
  const counts = rows.map(filledIn).filter((count) => count > 0);
  // Tables may be sparse: what the fuller rows hold is the measure.
  const usual = counts.sort((a, b) => a - b)[Math.floor(counts.length * 0.8)] ?? 0;
  const needed = Math.min(usual, Math.max(2, Math.ceil(usual * 0.5)));
  const width = usualWidth(rows);
  const searched = rows.slice(0, SEARCHED);
  const exact = searched.findIndex((row) => filledIn(row) >= needed && row.length === width);
  const first = searched.findIndex((row) => filledIn(row) >= needed);
  // A wrong width right before the records is a header with a cell too many or too few, not a title.
  return Math.max(0, exact > 0 && isTitle(rows, first, exact) ? exact : first);
}

/** Whether the rows from `first` on are titles: the first row of the usual width is then a header, with words only. */
function isTitle(rows: Rows, first: number, exact: number): boolean {
  const row = rows[exact] ?? [];
  const body = rows.slice(exact + 1);
  return first < exact && body.length > 0 && !row.some((cell) => isValueType(cellType(cell))) && isHeader(row, body);
}

/** The width that most rows have; of equals, the larger. */
export function usualWidth(rows: Rows): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && width > best)) best = width;
  }
  return best;
}

function isHeader(row: readonly string[], body: Rows): boolean {
  if (body.length === 0) return true;
  let evidence = 0;
  let values = 0;
  row.forEach((cell, column) => {
    const type = cellType(cell);
    if (type === 'empty') return;
    if (isValueType(type)) values++;
    const below = body.slice(0, 100).map((record) => record[column] ?? '');
    const typed = isTyped(below);
    if (typed) evidence += isValueType(type) ? -1 : 1;
    else if (isValueType(type) || below.includes(cell)) evidence -= 1;
  });
  return evidence > 0 || (evidence === 0 && values === 0);
}

/** Whether nearly all filled cells of a column are numbers, dates or addresses. */
export function isTyped(cells: readonly string[]): boolean {
  let filled = 0;
  let values = 0;
  for (const cell of cells) {
    const type = cellType(cell);
    if (type === 'empty') continue;
    filled++;
    if (isValueType(type)) values++;
  }
  return filled > 0 && values >= filled * 0.8;
}

/** A header goes over a second or third row when that row, too, has words where the records have numbers or dates. */
function headerRows(rows: Rows): number {
  if (rows.length <= TYPED_FROM + 1) return 1;
  const width = rows[0]?.length ?? 0;
  const body = rows.slice(TYPED_FROM, 100);
  const typed = Array.from({ length: width }, (_, column) => column).filter((column) => isTyped(body.map((row) => row[column] ?? '')));
  if (typed.length < 2) return 1;
  let count = 1;
  while (count < TYPED_FROM && isWords(rows[count] ?? [], typed)) count++;
  return count;
}

function isWords(row: readonly string[], typed: readonly number[]): boolean {
  if (row.some((cell) => isValueType(cellType(cell)))) return false;
  const words = typed.filter((column) => cellType(row[column] ?? '') !== 'empty').length;
  return words >= typed.length * 0.7;
}

/** The headings of the columns: the rows of the header joined by a blank. */
export function joinedHeader(rows: Rows): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    rows
      .map((row) => row[column] ?? '')
      .filter((cell) => cell !== '')
      .join(' '),
  );
}
