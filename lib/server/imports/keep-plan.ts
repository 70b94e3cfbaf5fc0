import type pg from 'pg';
import { BUCKETS, type FileIssue } from '@/lib/engine';
import { storableJson } from '@/lib/server/database/storable-json';
import type { ImportJob } from '@/lib/server/jobs/queues';
import type { ImportCounts } from './import-counts';
import { PASSING } from './plan-target';

const OF_IMPORT = 'institution_id = $1 AND import_id = $2';

/** Takes away what an earlier planning of the import left. To be called before it is planned. */
export async function clearPlan(client: pg.ClientBase, { institutionId, importId }: ImportJob): Promise<void> {
  for (const table of ['import_row', 'import_issue', 'plan_change'])
    await client.query(`DELETE FROM ${table} WHERE ${OF_IMPORT}`, [institutionId, importId]);
}

/** Takes away what was planned for the rows that are planned again; what became of it stays until the new plan is confirmed. */
const CLEAR_AGAIN = [
  ...['import_issue', 'plan_change'].map((table) => `DELETE FROM ${table} WHERE ${OF_IMPORT} AND row IN (SELECT row FROM ${PASSING.rows})`),
  `DELETE FROM import_issue WHERE ${OF_IMPORT} AND row IS NULL AND code = 'over-the-ceiling'`,
];

const KEEP_ROWS_AGAIN = `
  UPDATE import_row r SET bucket = p.bucket, round = (SELECT round FROM import WHERE id = $2) FROM ${PASSING.rows} p
  WHERE r.institution_id = $1 AND r.import_id = $2 AND r.row = p.row`;

const KEEP_ROWS = `
  INSERT INTO import_row (institution_id, import_id, row, cells, bucket) SELECT $1::int, $2::int, row, '{}', bucket FROM planned_row ORDER BY row`;

const COLUMNS = 'row, part, kind, contact_id, contact_version, structure_id, address_uses, before, after, row_hash, login, operation';

const keepChanges = (from: string) => `
  INSERT INTO plan_change (institution_id, import_id, round, ${COLUMNS})
  SELECT $1::int, $2::int, (SELECT round FROM import WHERE id = $2), ${COLUMNS} FROM ${from}`;

const KEEP_ISSUES = `
  INSERT INTO import_issue (institution_id, import_id, row, "column", field, code, level, params)
  SELECT $1::int, $2::int, row, "column", field, code, level, params FROM planned_issue`;

const KEEP_FILE_ISSUES = `
  INSERT INTO import_issue (institution_id, import_id, row, code, level, params)
  SELECT $1::int, $2::int, i.row, i.code, i.level, i.params
  FROM jsonb_to_recordset($3::jsonb) AS i(row int, code text, level "IssueLevel", params jsonb)`;

/** Of the columns that are compared alone: to sample cells and values by the thousand costs more than it tells. */
const REFRESH_STATISTICS = `ANALYZE import_row (institution_id, import_id, row, bucket),
  import_issue (institution_id, import_id, row, code, field), plan_change (institution_id, import_id, round, row, part, kind, contact_id)`;

const COUNT = 'SELECT bucket, count(*)::int AS rows FROM import_row WHERE institution_id = $1 AND import_id = $2 GROUP BY bucket';

/**
 * Puts the plan of some rows of an import, in the tables of passingPlan, in the place of what was planned for them. Gives the counts over all
 * rows of the import, as read back from the database.
 */
export async function keepPlanAgain(client: pg.ClientBase, { institutionId, importId }: ImportJob): Promise<ImportCounts> {
  const ids = [institutionId, importId];
  for (const sql of [...CLEAR_AGAIN, KEEP_ROWS_AGAIN, keepChanges(PASSING.changes), KEEP_ISSUES]) await client.query(sql, ids);
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM import_row WHERE ${OF_IMPORT}`, ids);
  return readCounts(client, ids, rows[0]?.count ?? 0);
}

/** Stores the plan of an undo, in the views of the transaction, whose rows have no cells. Gives the counts as keepFilePlan does. */
export async function keepUndoPlan(client: pg.ClientBase, job: ImportJob, planned: number): Promise<ImportCounts> {
  for (const sql of [KEEP_ROWS, keepChanges('planned_change')]) await client.query(sql, [job.institutionId, job.importId]);
  return keepFilePlan(client, job, planned, []);
}

/**
 * Completes the stored plan of a file with its issues. Gives the counts as read back from the database; throws when a row of the file is in
 * no bucket or in two, which would be a bug nobody may overlook.
 */
export async function keepFilePlan(
  client: pg.ClientBase,
  { institutionId, importId }: ImportJob,
  planned: number,
  fileIssues: readonly FileIssue[],
): Promise<ImportCounts> {
  const ids = [institutionId, importId];
  await client.query(KEEP_ISSUES, ids);
  await client.query(KEEP_FILE_ISSUES, [...ids, storableJson(fileIssues)]);
  await client.query(REFRESH_STATISTICS);
  return readCounts(client, ids, planned);
}

async function readCounts(client: pg.ClientBase, ids: readonly number[], staged: number): Promise<ImportCounts> {
  const { rows: found } = await client.query<{ bucket: (typeof BUCKETS)[number]; rows: number }>(COUNT, [...ids]);
  const counts = { rows: staged, ...Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) } as ImportCounts;
  for (const { bucket, rows } of found) counts[bucket] = rows;
  const sum = BUCKETS.reduce((total, bucket) => total + counts[bucket], 0);
  if (sum !== staged) throw new Error(`import ${ids[1]}: ${staged} rows, but the buckets add up to ${sum}`);
  return counts;
}
