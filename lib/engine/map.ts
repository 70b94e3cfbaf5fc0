import type { FieldCode } from './fields';
import type { Cell, Cells, MappedRow, Mapping, RawRow } from './types';

const SPACE = /^[\s\u200b\ufeff]*$/;

/** A cell as the format reads it: nothing typed leaves the field alone, `=` clears it, anything else sets it. */
export function readCell(text: string | undefined): Cell {
  if (text === undefined || text === '' || SPACE.test(text)) return undefined;
  return text === '=' || text.trim() === '=' ? null : text;
}

/**
 * The rows by field, values still as typed. Columns without a field are left out. Where two columns have the same field, the first
 * that is filled counts: the screens do not allow it, an old recipe might.
 */
export function mapRows(rows: readonly RawRow[], mapping: Mapping): MappedRow[] {
  const columns = mappedColumns(mapping);
  return rows.map((row) => mapOnto(row, columns));
}

const mappedColumns = (mapping: Mapping): [number, FieldCode][] =>
  Object.entries(mapping).flatMap(([index, field]) => (field === null ? [] : [[Number(index), field] satisfies [number, FieldCode]]));

function mapOnto(row: RawRow, columns: readonly [number, FieldCode][]): MappedRow {
  const cells: Cells = {};
  for (const [index, field] of columns) {
    if (cells[field] === undefined) cells[field] = readCell(row.cells[index]);
  }
  return { row: row.row, cells, issues: row.issues ? [...row.issues] : [] } as MappedRow;
}
