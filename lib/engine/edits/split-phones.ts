import { z } from 'zod';
import { column, isBlank, kind, made } from './edit';
import { readPhones } from './parts/phones';

/** The first of several numbers in a cell and, where there is a second column for it, the first mobile one of the others; what is left is told. */
export const splitPhones = kind({
  schema: z.strictObject({ op: z.literal('split-phones'), column, into: z.array(made).min(1).max(2) }),
  prepare: ({ column: index, into: [phone, mobile] }, { mapping, country }) => {
    const target = phone as number;
    const field = mapping[target] ?? null;
    return (row) => {
      const cell = row.get(index);
      if (isBlank(cell)) return;
      const { first, mobile: second, rest } = readPhones(cell, country, mobile !== undefined);
      row.set(target, first);
      if (mobile !== undefined) row.set(mobile, second);
      for (const value of rest) row.tell('further-value', field, { value });
    };
  },
});
