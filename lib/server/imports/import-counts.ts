import { z } from 'zod';
import { BUCKETS } from '@/lib/engine';

const count = z.int().min(0);
/** Counts that were kept before there was such a bucket do not name it. */
const bucketCount = count.default(0);

/** What import.counts holds: the rows of the file and the bucket each is planned for or ended in. */
const counts = z.object({
  rows: count,
  ...(Object.fromEntries(BUCKETS.map((bucket) => [bucket, bucketCount])) as Record<(typeof BUCKETS)[number], typeof bucketCount>),
});

export type ImportCounts = z.infer<typeof counts>;

const stored = counts.extend({ balanced: z.boolean().optional() });

/** The counts kept with an import; null before it is planned. `balanced` is null until the ledger was read back. */
export function readCounts(json: unknown): { counts: ImportCounts | null; balanced: boolean | null } {
  const parsed = stored.nullable().parse(json);
  if (!parsed) return { counts: null, balanced: null };
  const { balanced = null, ...rest } = parsed;
  return { counts: rest, balanced };
}
