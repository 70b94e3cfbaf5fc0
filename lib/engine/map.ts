import { type EditedRow, FIRST_MADE_COLUMN } from './edits/edited-row';
import { type FieldCode, isFieldCode } from './fields';
import { issue } from './issues';
import { oldFieldOf } from './round-trip/column-key';
import { unguarded } from './round-trip/formula-guard';
import { dropUntouched } from './round-trip/untouched';
import type { Cell, Cells, MappedRow, Mapping, OldCells } from './types';

const SPACE = /^[\s\u200b\ufeff]*$/;

/** Whether a text begins as most do: with a letter or a digit, and so is not blank, not `=`, and hides no formula. */
function beginsPlainly(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || (first >= 65 && first <= 122);
}

/** A cell as the format reads it: nothing typed leaves the field alone, `=` clears it, anything else sets it. */
export function readCell(text: string | undefined): Cell {
  if (text === undefined || text === '') return undefined;
  if (beginsPlainly(text)) return text;
  if (SPACE.test(text)) return undefined;
  return text === '=' || text.trim() === '=' ? null : unguarded(text);
}

/**
 * The rows by field, values still as typed. Columns without a field are left out. Where several columns have the same field, as older
 * layouts have of telephones, the first that is filled counts, and what the others say beside it is told. Beside a column with the value at export, a cell counts only
 * where it differs from it.
 */
export function mapRows(rows: readonly EditedRow[], mapping: Mapping): MappedRow[] {
  const columns = mappedColumns(mapping);
  return rows.map((row) => mapOnto(row, columns));
}

interface Columns {
  values: { index: number; field: FieldCode }[];
  olds: [number, FieldCode][];
}

function mappedColumns(mapping: Mapping): Columns {
  const columns: Columns = { values: [], olds: [] };
  for (const [index, key] of Object.entries(mapping)) {
    if (key === null) continue;
    const old = oldFieldOf(key);
    if (old) columns.olds.push([Number(index), old]);
    else if (isFieldCode(key)) columns.values.push({ index: Number(index), field: key });
  }
  return columns;
}

const cellOf = (row: EditedRow, index: number): string | undefined =>
  index < FIRST_MADE_COLUMN ? row.cells[index] : row.made?.[index - FIRST_MADE_COLUMN];

function mapOnto(row: EditedRow, { values, olds }: Columns): MappedRow {
  const cells: Cells = {};
  const issues = row.issues ? [...row.issues] : [];
  for (const { index, field } of values) {
    const cell = readCell(cellOf(row, index));
    if (cells[field] === undefined) cells[field] = cell;
    else if (cell && cell.trim() !== cells[field]?.trim()) issues.push(issue('further-value', row.row, field, { value: cell.trim() }));
  }
  const mapped = { row: row.row, cells, issues };
  if (olds.length === 0) return mapped as unknown as MappedRow;
  const old: OldCells = Object.fromEntries(olds.map(([index, field]) => [field, readCell(cellOf(row, index)) ?? null]));
  return { ...mapped, cells: dropUntouched(cells, old), old } as unknown as MappedRow;
}
