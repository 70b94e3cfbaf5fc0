import { z } from 'zod';
import { column, isBlank, kind, made } from './edit';

/** The first filled cell of several columns; what the others say beside it is told. */
export const firstFilled = kind({
  schema: z.strictObject({ op: z.literal('first-filled'), columns: z.array(column).min(2).max(8), into: made }),
  prepare: ({ columns, into }, { mapping }) => {
    const field = mapping[into] ?? null;
    return (row) => {
      const [first = '', ...others] = columns.map((index) => row.get(index).trim()).filter((cell) => !isBlank(cell));
      row.set(into, first);
      for (const value of others) if (value !== first && value !== '=') row.tell('further-value', field, { value });
    };
  },
});
