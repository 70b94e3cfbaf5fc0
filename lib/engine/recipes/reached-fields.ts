import type { Edits } from '@/lib/engine/edits';
import { columnsMade, columnsRead } from '@/lib/engine/edits/columns';
import { FIRST_MADE_COLUMN } from '@/lib/engine/edits/edited-row';
import type { ColumnKey } from '@/lib/engine/round-trip/column-key';
import type { Mapping } from '@/lib/engine/types';

/** The fields that each column of the file reaches, on its own or as a part of what edits make; columns that reach none are absent. */
export function reachedFields(mapping: Mapping, { list }: Edits): Map<number, ColumnKey[]> {
  const reached = new Map<number, ColumnKey[]>();
  const reach = (column: number, field: ColumnKey): void => {
    if (column < FIRST_MADE_COLUMN) reached.set(column, [...(reached.get(column) ?? []), field]);
    else for (const read of new Set(list.filter((edit) => columnsMade(edit).includes(column)).flatMap(columnsRead))) reach(read, field);
  };
  for (const [column, field] of Object.entries(mapping)) if (field) reach(Number(column), field);
  return reached;
}
