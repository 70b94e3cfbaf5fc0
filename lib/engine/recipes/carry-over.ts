import type { Edit, Edits } from '@/lib/engine/edits';
import { columnsMade, columnsRead } from '@/lib/engine/edits/columns';
import { FIRST_MADE_COLUMN } from '@/lib/engine/edits/edited-row';
import type { Mapping } from '@/lib/engine/types';
import { columnKeys } from './column-keys';

interface Mapped {
  mapping: Mapping;
  edits: Edits;
}

/**
 * A mapping and its edits as they are for a file whose columns stand elsewhere, are gone or new: every column keeps its field by its name.
 * What an edit made of a column that is gone is gone with it; of several columns it takes those that are left, and a single one that is left
 * goes to the field itself. New columns are absent from it.
 */
export function carryOver(from: readonly string[], to: readonly string[], { mapping, edits }: Mapped): Mapped {
  const places = columnKeys(to);
  const moved = columnKeys(from).map((key) => (key === null ? -1 : places.indexOf(key)));
  const carried: Mapping = {};
  for (const [column, field] of Object.entries(mapping)) {
    const index = Number(column);
    const place = index >= FIRST_MADE_COLUMN ? index : (moved[index] ?? -1);
    if (place >= 0) carried[place] = field;
  }
  const gone = new Set<number>();
  const placeOf = (column: number): number => (column < FIRST_MADE_COLUMN ? (moved[column] ?? -1) : gone.has(column) ? -1 : column);
  const list = edits.list.flatMap((edit): Edit[] => {
    const left = columnsRead(edit)
      .map(placeOf)
      .filter((column) => column >= 0);
    if (left.length === columnsRead(edit).length || left.length > 1) return [reading(edit, left)];
    const [only] = left;
    for (const made of columnsMade(edit)) {
      if (only !== undefined && carried[made]) carried[only] = carried[made];
      delete carried[made];
      gone.add(made);
    }
    return [];
  });
  return { mapping: carried, edits: { ...edits, list } };
}

const reading = (edit: Edit, columns: number[]): Edit => ('columns' in edit ? { ...edit, columns } : { ...edit, column: columns[0] ?? 0 });
