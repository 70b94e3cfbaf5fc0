import { z } from 'zod';
import { column, isBlank, kind, made } from './edit';
import { readAddress, wrapLines } from './parts/address';

/** A whole address as three lines, post code, town and country, in this order. One that cannot be split with certainty stays whole in the lines, and is told. */
export const splitAddress = kind({
  schema: z.strictObject({ op: z.literal('split-address'), column, into: z.tuple([made, made, made, made, made, made]) }),
  prepare: ({ column: index, into }, { mapping }) => {
    const field = mapping[into[0]] ?? null;
    return (row) => {
      const cell = row.get(index);
      if (isBlank(cell)) return;
      const address = readAddress(cell);
      const lines = address?.lines ?? wrapLines(cell);
      const parts = [lines[0], lines[1], lines[2], address?.zip, address?.town, address?.country];
      for (const [at, part] of into.entries()) row.set(part, parts[at] ?? '');
      if (!address) row.tell('address-not-split', field, { value: cell.trim() });
    };
  },
});
