import { z } from 'zod';
import { column, eachCell, kind, soughtText, text } from './edit';

/** A text within the cells of a column by another one, wherever it stands and as it is written. */
export const replace = kind({
  schema: z.strictObject({ op: z.literal('replace'), column, find: soughtText, with: text }),
  prepare: ({ column: index, find, with: by }) => eachCell(index, (cell) => cell.replaceAll(find, () => by)),
});
