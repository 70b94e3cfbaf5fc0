import { z } from 'zod';
import { column, isBlank, kind, made } from './edit';

/** The filled cells of several columns as one, in this order. Where all of them say `=` the field is cleared; beside a text it says nothing. */
export const join = kind({
  schema: z.strictObject({ op: z.literal('join'), columns: z.array(column).min(2).max(8), with: z.string().max(10), into: made }),
  prepare:
    ({ columns, with: sign, into }) =>
    (row) => {
      const filled = columns.map((index) => row.get(index).trim()).filter((cell) => !isBlank(cell));
      const texts = filled.filter((cell) => cell !== '=');
      row.set(into, texts.length > 0 ? texts.join(sign) : (filled[0] ?? ''));
    },
});
