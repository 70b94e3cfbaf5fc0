import { z } from 'zod';

/** What a person settles about the reading of a file; see the engine's ReadOptions. */
export const readOptions = z.strictObject({
  encoding: z.string().max(40).optional(),
  delimiter: z.string().max(4).optional(),
  quote: z.string().max(1).optional(),
  sheet: z.int().min(0).optional(),
  headerRow: z.int().min(1).nullable().optional(),
  repair: z.boolean().optional(),
});

/** The same options, whatever the order in which they were written. */
export const sameOptions = (a: z.infer<typeof readOptions>, b: z.infer<typeof readOptions>) =>
  (Object.keys(readOptions.shape) as (keyof typeof readOptions.shape)[]).every((key) => a[key] === b[key]);
