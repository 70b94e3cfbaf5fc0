import { z } from 'zod';
import { column, isBlank, kind, soughtText } from './edit';

/** A text for the empty cells of a column. */
export const setDefault = kind({
  schema: z.strictObject({ op: z.literal('set-default'), column, value: soughtText }),
  prepare:
    ({ column: index, value }) =>
    (row) => {
      if (isBlank(row.get(index))) row.set(index, value);
    },
});
