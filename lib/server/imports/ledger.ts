import type pg from 'pg';
import { BUCKETS } from '@/lib/engine';
import type { ImportCounts } from './import-counts';

/** A row of which a change met a conflict or could not be stored was not carried out as confirmed: it is held, whatever the plan had said. */
const HOLD = `
  UPDATE import_row r SET bucket = 'held' WHERE r.institution_id = $1 AND r.import_id = $2 AND r.bucket <> 'held' AND r.row IN (
    SELECT row FROM change_result WHERE institution_id = $1 AND import_id = $2 AND outcome IN ('conflict', 'failed'))`;

/** The result that a change was planned for. */
const DONE = `CASE p.kind WHEN 'create' THEN 'created'::"Outcome" WHEN 'remove' THEN 'removed' ELSE 'updated' END`;

/**
 * Counts rows by what the results say, not by what was planned: a row planned to be carried out counts only when every one of its
 * changes has the result it was planned for. What leaves its contact as it is has no result and counts as it was planned. Of an apply that
 * ended half-way ($3) a row that it did not come to is not imported.
 */
const COUNT = `
  SELECT CASE WHEN $3 AND c.results = 0 AND NOT c.done THEN 'not_imported'::"Bucket" ELSE r.bucket END AS bucket, count(*)::int AS rows
  FROM import_row r LEFT JOIN (
    SELECT p.row, count(d.row) AS results, bool_and(p.kind = 'unchanged' OR coalesce(d.outcome = ${DONE}, false)) AS done
    FROM plan_change p LEFT JOIN change_result d USING (institution_id, import_id, row, part)
    WHERE p.institution_id = $1 AND p.import_id = $2 GROUP BY p.row) c ON c.row = r.row
  WHERE r.institution_id = $1 AND r.import_id = $2
    AND (r.bucket NOT IN ('created', 'updated', 'removed', 'unchanged') OR c.done OR $3 AND c.results = 0)
  GROUP BY 1`;

/** True, in the terms of COUNT, of a row `r` with changes of which none has a result: an apply that ended half-way did not come to it. */
export const NOT_REACHED = `
  EXISTS (SELECT FROM plan_change p WHERE p.institution_id = $1 AND p.import_id = $2 AND p.row = r.row AND p.kind <> 'unchanged')
  AND NOT EXISTS (SELECT FROM change_result d WHERE d.institution_id = $1 AND d.import_id = $2 AND d.row = r.row)`;

/**
 * What became of an import, read back from the database. `rows` is what the file was planned with; balanced: the buckets add up to it.
 * `isWhole` is false of an apply that ended half-way.
 */
export async function readLedger(
  client: pg.ClientBase,
  { institutionId, importId }: { institutionId: number; importId: number },
  rows: number,
  isWhole = true,
): Promise<ImportCounts & { balanced: boolean }> {
  await client.query(HOLD, [institutionId, importId]);
  const found = await client.query<{ bucket: (typeof BUCKETS)[number]; rows: number }>(COUNT, [institutionId, importId, !isWhole]);
  const counts = { rows, ...Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) } as ImportCounts;
  for (const { bucket, rows: count } of found.rows) counts[bucket] = count;
  return { ...counts, balanced: BUCKETS.reduce((sum, bucket) => sum + counts[bucket], 0) === rows };
}
