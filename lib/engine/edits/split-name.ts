import { z } from 'zod';
import { column, isBlank, kind, made } from './edit';
import { readName } from './parts/name';

/** A whole name as last name, first name and title, in this order. One that cannot be split with certainty stays whole as the last name, and is told. */
export const splitName = kind({
  schema: z.strictObject({ op: z.literal('split-name'), column, into: z.tuple([made, made, made]) }),
  prepare: ({ column: index, into: [last, first, title] }, { mapping }) => {
    const field = mapping[last] ?? null;
    return (row) => {
      const cell = row.get(index);
      if (isBlank(cell)) return;
      const name = readName(cell);
      row.set(last, name?.last ?? cell.trim());
      row.set(first, name?.first ?? '');
      row.set(title, name?.title ?? '');
      if (!name) row.tell('name-not-split', field, { value: cell.trim() });
    };
  },
});
