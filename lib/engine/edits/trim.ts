import { z } from 'zod';
import { column, eachCell, kind } from './edit';

/** One space where there are several, and none at the ends; lines stay lines. */
export const trim = kind({
  schema: z.strictObject({ op: z.literal('trim'), column }),
  prepare: ({ column: index }) => eachCell(index, (cell) => cell.replace(/[^\S\n]+/g, ' ').trim()),
});
