import type { RawRow } from '@/lib/engine/types';

/** Columns from here on are made by edits: no file has so many of its own (see LIMITS.columns). */
export const FIRST_MADE_COLUMN = 10_000;

/** A record after its edits: cells as they are mapped. The record as the file has it is kept beside it, untouched. */
export interface EditedRow extends RawRow {
  /** The cells of columns that edits made, the first under FIRST_MADE_COLUMN. */
  readonly made?: readonly string[];
  /** What edits took over from rows before, by their place in the list; absent where they took nothing. */
  readonly carried?: Readonly<Record<number, string>>;
}
