import { type FieldCode, fieldOf } from '@/lib/engine/fields';
import type { ColumnProfile, Mapping } from '@/lib/engine/types';
import { columnsMade, columnsRead, sourceOf } from './columns';
import type { EditPlace } from './edit';
import { prepareEditing } from './edit-rows';
import type { Edits } from './index';

type Profiled = Pick<ColumnProfile, 'index' | 'samples' | 'dateOrder'>;

/**
 * How the columns are filled once they are edited, as far as the order of their dates asks for it. An order that the whole column proved
 * stays; the usual one is looked for once more, in samples as they are edited. A column that was made has the order of what it was made from.
 */
export function editedProfile(profile: readonly Profiled[], edits: Edits, place: EditPlace): readonly Profiled[] {
  if (edits.list.length === 0) return profile;
  const inPlace = edits.list.filter((edit) => columnsMade(edit).length === 0);
  const changed = new Set(inPlace.flatMap(columnsRead));
  const own = profile.map((column) => (changed.has(column.index) ? edited(column, { ...edits, list: inPlace }, place) : column));
  const made = edits.list.flatMap(columnsMade).flatMap((index) => {
    const source = own.find((column) => column.index === sourceOf(index, edits));
    return source ? [{ ...source, index }] : [];
  });
  return [...own, ...made];
}

function edited({ index, samples, dateOrder }: Profiled, edits: Edits, place: EditPlace): Profiled {
  const list = edits.list.filter((edit) => columnsRead(edit).includes(index));
  const rows = samples.map((sample, row) => ({ row, cells: Array.from({ length: index + 1 }, (_, at) => (at === index ? sample : '')) }));
  const texts = prepareEditing({ ...edits, list }, place)
    .edit(rows)
    .map(({ cells }) => cells[index] ?? '');
  return { index, samples: texts, ...(dateOrder && dateOrder !== 'day-first' && { dateOrder }) };
}

/** A date field that is made of columns whose dates are written in different orders: none of them would hold for all. Null where there is none. */
export function mixedDates(mapping: Mapping, edits: Edits, profile: readonly Profiled[]): FieldCode | null {
  const orderOf = (column: number) => profile.find(({ index }) => index === sourceOf(column, edits))?.dateOrder;
  for (const edit of edits.list) {
    if (edit.op !== 'first-filled') continue;
    const field = fieldOf(mapping[edit.into] ?? '');
    const orders = new Set(edit.columns.map(orderOf).filter((order) => order !== undefined));
    if (field?.type === 'date' && orders.size > 1) return field.code as FieldCode;
  }
  return null;
}
