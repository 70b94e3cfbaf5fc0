import type pg from 'pg';
import { carries, joinQuality, LIMITS, type RawRow } from '@/lib/engine';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { REPLANNABLE } from './conflicts';
import type { PlanTarget } from './plan-target';
import { createStagedTables, endStaging, type StagedFile, writeStaged } from './stage-import';
import { type Staging, startStaging } from './stage-rows';

const OF = 'institution_id = $1 AND import_id = $2';

/** Rows that met a changed contact, and the rows that were merged into them. */
const TOUCHED = `
  CREATE TEMP TABLE touched ON COMMIT DROP AS
  WITH met AS (${REPLANNABLE})
  SELECT row FROM met
  UNION SELECT i.row FROM import_issue i JOIN met ON met.row = (i.params->>'row')::int WHERE ${OF} AND i.code = 'merged-into-row'`;

/** What the reader found about a row: the row itself no longer shows it. */
const OF_READER = ['ragged-row', 'stray-quote', 'unclosed-quote', 'other-delimiter', 'undecodable-bytes', 'null-characters'];

/** The touched rows as the file has them, and those that steer the rows after them: all rows, where edits carry texts from row to row. */
const NEXT = `
  SELECT r.row, r.cells, t.row IS NOT NULL AS touched,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('row', i.row, 'field', i.field, 'code', i.code, 'level', i.level, 'params', i.params)), '[]')
      FROM import_issue i WHERE i.institution_id = $1 AND i.import_id = $2 AND i.row = r.row AND i.code = ANY($5::text[])) AS issues
  FROM import_row r LEFT JOIN touched t USING (row)
  WHERE r.institution_id = $1 AND r.import_id = $2 AND r.row > $3
    AND ($6 OR t.row IS NOT NULL OR r.row IN (SELECT row FROM import_issue WHERE ${OF} AND code = 'config-row'))
  ORDER BY r.row LIMIT $4`;

interface Kept extends RawRow {
  touched: boolean;
}

/** Stages (see stageImport), for another plan, the rows of an import that met a changed contact, from what is stored of them. */
export async function stageAgain(
  client: pg.ClientBase,
  { institutionId, importId }: ImportJob,
  { target, ...staging }: Omit<Staging, 'told'> & { target: PlanTarget },
): Promise<StagedFile> {
  await createStagedTables(client);
  await client.query(TOUCHED, [institutionId, importId]);
  const stager = startStaging({ ...staging, told: null });
  let digest = '';
  let rows = 0;
  for (let last = -1; ; ) {
    const { rows: kept } = await client.query<Kept>(NEXT, [institutionId, importId, last, LIMITS.chunkRows, OF_READER, carries(staging.edits)]);
    if (kept.length === 0) break;
    const isTouched = new Set(kept.filter(({ touched }) => touched).map(({ row }) => row));
    stager.add(kept, ({ row }) => isTouched.has(row));
    const chunk = stager.take();
    await writeStaged(client, target, chunk);
    digest += chunk.digest;
    rows += isTouched.size;
    last = kept.at(-1)?.row ?? last;
  }
  await endStaging(client, target);
  const { keys, quality } = stager.share();
  return { rows, digest, keys, quality: joinQuality([quality]) };
}
