import { z } from 'zod';
import { column, kind, made } from './edit';

/** The texts between a sign as columns of their own; the last takes all that is left, so that nothing is lost. */
export const split = kind({
  schema: z.strictObject({ op: z.literal('split'), column, at: z.string().min(1).max(10), into: z.array(made).min(2).max(6) }),
  prepare:
    ({ column: index, at, into }) =>
    (row) => {
      const parts = row.get(index).split(at);
      const rest = parts.splice(into.length - 1).join(at);
      for (const [place, part] of [...parts, rest].entries()) row.set(into[place] as number, part.trim());
    },
});
