import type { RawRow } from '@/lib/engine/types';
import type { EditPlace } from './edit';
import type { EditedRow } from './edited-row';
import { type Edits, stepOf } from './index';
import { RowInWork } from './row-in-work';

/** Edits ready for one pass over the rows of a file, in their order. */
export interface Editing {
  edit(rows: readonly RawRow[]): readonly EditedRow[];
  /** Edits a row alone, with what it was kept with when rows before it had been edited (see EditedRow.carried). */
  editAlone(row: RawRow, carried: EditedRow['carried'] | null): EditedRow;
}

/** Prepares edits for a pass over rows. Without any, rows go through untouched and nothing is paid for. */
export function prepareEditing(edits: Edits, place: EditPlace): Editing {
  if (edits.list.length === 0) return { edit: (rows) => rows, editAlone: (row) => row };
  const steps = edits.list.map((edit, at) => stepOf(edit, place, at));
  const work = new RowInWork();
  const edit = (row: RawRow): EditedRow => {
    work.begin(row);
    for (const step of steps) step(work);
    return work.end();
  };
  return {
    edit: (rows) => rows.map(edit),
    editAlone(row, carried) {
      work.resume(carried);
      return edit(row);
    },
  };
}
