import { z } from 'zod';
import { column, isBlank, kind } from './edit';

/** The value of the row above for an empty cell, as tables for reading write it that name each group once. */
export const fillDown = kind({
  schema: z.strictObject({ op: z.literal('fill-down'), column }),
  carries: true,
  prepare:
    ({ column: index }, _, place) =>
    (row) => {
      const cell = row.get(index);
      if (isBlank(cell)) row.set(index, row.recall(place));
      else row.remember(place, cell);
    },
});
