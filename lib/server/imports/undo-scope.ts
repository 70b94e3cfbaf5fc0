import { z } from 'zod';

/** Ranges that a person may name: a line of text of some length. */
const RANGES = 500;

const range = z.tuple([z.int().min(1), z.int().min(1)]).refine(([first, last]) => first <= last);

/**
 * What of an import is taken back: all of it, only whole contacts (those it created, or removed) or only fields (of contacts it updated);
 * of all its rows or of some, as ranges with both ends included.
 */
export const undoScope = z.object({
  what: z.enum(['all', 'contacts', 'fields']).default('all'),
  rows: z.array(range).min(1).max(RANGES).optional(),
});

export type UndoScope = z.infer<typeof undoScope>;
