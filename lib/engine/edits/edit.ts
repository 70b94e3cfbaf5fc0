import { z } from 'zod';
import type { InstitutionContext } from '@/lib/engine/institution-context';
import { LIMITS } from '@/lib/engine/limits';
import type { Mapping } from '@/lib/engine/types';
import { FIRST_MADE_COLUMN } from './edited-row';
import type { RowInWork } from './row-in-work';

/** Characters of a text that an edit looks for or writes. */
const TEXT = 500;

/** A column of the file, or one that an earlier edit made. */
export const column = z
  .int()
  .min(0)
  .max(FIRST_MADE_COLUMN + LIMITS.columns);
export const made = column.min(FIRST_MADE_COLUMN);
export const text = z.string().max(TEXT);
export const soughtText = text.min(1);

/** What edits may look at beside the cells of a row. */
export interface EditPlace extends Pick<InstitutionContext, 'country'> {
  mapping: Mapping;
}

/** Changes the cells of one row. */
export type Step = (row: RowInWork) => void;

/** One kind of edit: what it looks like as JSON, and what it does. */
export interface EditKind<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** Whether a row's outcome depends on rows before it: then it must see all of them, in order. */
  readonly carries?: true;
  /** Called once for a pass over rows. `place` is its number in the list, under which it remembers. */
  prepare(edit: z.infer<Schema>, context: EditPlace, place: number): Step;
}

export const kind = <Schema extends z.ZodType>(of: EditKind<Schema>): EditKind<Schema> => of;

/** A cell of nothing but spaces is empty. */
export const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';

/** A step that gives every cell of a column another text; empty cells stay empty, and `=`, which clears a field, is left alone. */
export const eachCell =
  (index: number, change: (cell: string) => string): Step =>
  (row) => {
    const cell = row.get(index);
    if (!isBlank(cell) && cell.trim() !== '=') row.set(index, change(cell));
  };
