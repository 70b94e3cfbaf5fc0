import type pg from 'pg';
import { BUCKETS } from '@/lib/engine';
import type { ImportCounts } from './import-counts';

/** A row of which a change met a conflict was not carried out as confirmed: it is held, whatever the plan had said. */
const HOLD = `
  UPDATE import_row r SET bucket = 'held' WHERE r.institution_id = $1 AND r.import_id = $2 AND r.bucket <> 'held' AND r.row IN (
    SELECT row FROM change_result WHERE institution_id = $1 AND import_id = $2 AND outcome = 'conflict')`;

/** The result that a change was planned for. */
const DONE = `CASE p.kind WHEN 'create' THEN 'created'::"Outcome" WHEN 'remove' THEN 'removed' ELSE 'updated' END`;

/**
 * Counts rows by what the results say, not by what was planned: a row planned to be carried out counts only when every one of its
 * changes has the result it was planned for. What leaves its contact as it is has no result and counts as it was planned.
 */
const COUNT = `
  SELECT r.bucket, count(*)::int AS rows FROM import_row r LEFT JOIN (
    SELECT p.row, bool_and(p.kind = 'unchanged' OR coalesce(d.outcome = ${DONE}, false)) AS done
    FROM plan_change p LEFT JOIN change_result d USING (institution_id, import_id, row, part)
    WHERE p.institution_id = $1 AND p.import_id = $2 GROUP BY p.row) c ON c.row = r.row
  WHERE r.institution_id = $1 AND r.import_id = $2
    AND (r.bucket NOT IN ('created', 'updated', 'removed', 'unchanged') OR c.done)
  GROUP BY r.bucket`;

/** What became of an import, read back from the database. `rows` is what the file was planned with; balanced: the buckets add up to it. */
export async function readLedger(
  client: pg.ClientBase,
  { institutionId, importId }: { institutionId: number; importId: number },
  rows: number,
): Promise<ImportCounts & { balanced: boolean }> {
  await client.query(HOLD, [institutionId, importId]);
  const found = await client.query<{ bucket: (typeof BUCKETS)[number]; rows: number }>(COUNT, [institutionId, importId]);
  const counts = { rows, ...Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) } as ImportCounts;
  for (const { bucket, rows: count } of found.rows) counts[bucket] = count;
  return { ...counts, balanced: BUCKETS.reduce((sum, bucket) => sum + counts[bucket], 0) === rows };
}
