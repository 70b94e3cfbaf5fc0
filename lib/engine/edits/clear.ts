import { z } from 'zod';
import { column, eachCell, kind, soughtText } from './edit';

const keyOf = (value: string): string => value.trim().toLowerCase();

/** Empties the cells of a column: all of them, or those that say no more than that nothing is known, such as `N/A`. */
export const clear = kind({
  schema: z.strictObject({ op: z.literal('clear'), column, values: z.array(soughtText).min(1).max(50).optional() }),
  prepare: ({ column: index, values }) => {
    const emptied = values && new Set(values.map(keyOf));
    return eachCell(index, (cell) => (!emptied || emptied.has(keyOf(cell)) ? '' : cell));
  },
});
