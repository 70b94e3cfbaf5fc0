import { z } from 'zod';
import { column, isBlank, kind, made } from './edit';

/** An address in brackets behind the name of its owner, as mail programs copy it. */
const NAMED = /^\s*"?([^<>@"]*)"?\s*<([^<>]+)>\s*$/;

/** `Anna Müller <a@x.org>` as address and name, in this order; anything else is an address. */
export const splitEmail = kind({
  schema: z.strictObject({ op: z.literal('split-email'), column, into: z.tuple([made, made]) }),
  prepare:
    ({ column: index, into: [address, name] }) =>
    (row) => {
      const cell = row.get(index);
      if (isBlank(cell)) return;
      const [, owner = '', bracketed] = NAMED.exec(cell) ?? [];
      row.set(address, bracketed ?? cell);
      row.set(name, owner.trim());
    },
});
