import { z } from 'zod';
import { BUCKETS } from '@/lib/engine';

const count = z.int().min(0);

/**
 * What the requester saw of a plan, as it is kept with the request: contacts per operation, what holds rows back, and the rows by what happens to
 * them. Figures alone.
 */
export const seenPlan = z.object({
  perOperation: z.record(z.string(), count),
  blockers: z.array(z.object({ code: z.string(), count })),
  total: count,
  /** Of the contacts of the environment, from 0 to 1. */
  shareOfBase: z.number(),
  rows: z.object({
    rows: count,
    ...(Object.fromEntries(BUCKETS.map((bucket) => [bucket, count])) as Record<(typeof BUCKETS)[number], typeof count>),
  }),
});

export type SeenPlan = z.infer<typeof seenPlan>;
