import { z } from 'zod';
import { column, eachCell, kind } from './edit';
import { nameCase } from './parts/name-case';

const CHANGES = { upper: (cell: string) => cell.toUpperCase(), lower: (cell: string) => cell.toLowerCase(), name: nameCase } as const;

/** The letters of a column in capitals, small, or as names are written (see nameCase). */
export const letterCase = kind({
  schema: z.strictObject({ op: z.literal('case'), column, to: z.enum(['upper', 'lower', 'name']) }),
  prepare: ({ column: index, to }) => eachCell(index, CHANGES[to]),
});
