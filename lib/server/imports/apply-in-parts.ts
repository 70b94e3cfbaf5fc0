import pg from 'pg';
import { inScopeSql, type Scope } from '@/lib/server/database/scope';
import { type JobControl, JobStopped } from '@/lib/server/jobs/job-control';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { type Applying, applyChunk } from './apply-chunk';
import { halveChunk } from './halve-chunk';
import { reportRows } from './report-rows';

/** Classes of errors that are about the data alone: exceptions of data, violated constraints, values over a limit, raised by a function. */
const ABOUT_DATA = ['22', '23', '54', 'P0'];

const REASON_CHARS = 200;

/** Why the database does not store something; null where the error is about anything else, as a lost connection. */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof pg.DatabaseError) || !ABOUT_DATA.includes(error.code?.slice(0, 2) ?? '')) return null;
  return (error.constraint ?? error.message).slice(0, REASON_CHARS);
}

const OF_IMPORT = 'institution_id = $1 AND import_id = $2';

/** Changes of the round that the import is in: those of earlier ones have been carried out. */
export const OF_ROUND = 'round = (SELECT i.round FROM import i WHERE i.id = $2)';

/** The last row of the round that has results; null where none has. From behind, so that it is found at once where all rows are of one round. */
export const LAST_ROW_DONE = `(
  SELECT d.row FROM change_result d WHERE d.institution_id = $1 AND d.import_id = $2 AND EXISTS (
    SELECT FROM plan_change p WHERE p.institution_id = $1 AND p.import_id = $2 AND p.row = d.row AND p.${OF_ROUND})
  ORDER BY d.row DESC LIMIT 1)`;

const HAS_REFUSED = `SELECT EXISTS (SELECT FROM change_result WHERE ${OF_IMPORT} AND outcome = 'failed') AS found`;

const NEXT_ROWS = `
  SELECT DISTINCT row FROM (
    SELECT row FROM plan_change WHERE ${OF_IMPORT} AND kind <> 'unchanged' AND ${OF_ROUND}
      AND row > coalesce($4::int, ${LAST_ROW_DONE}, -1) ORDER BY row LIMIT $3) next ORDER BY row`;

/** As the chunk itself takes it: whoever holds it is the only one who writes results of the import. */
const LOCK = `SELECT FROM contact_number_sequence WHERE institution_id = $1 AND environment = $2::"Environment" FOR UPDATE`;

const IS_DONE = `SELECT EXISTS (SELECT FROM change_result WHERE ${OF_IMPORT} AND row = ANY($3::int[])) AS found`;

const FAIL_CHANGES = `
  INSERT INTO change_result (institution_id, import_id, row, part, outcome, contact_id)
  SELECT institution_id, import_id, row, part, 'failed', contact_id FROM plan_change WHERE ${OF_IMPORT} AND row = $3 AND kind <> 'unchanged'`;

const exists = async (client: pg.ClientBase, sql: string, values: unknown[]): Promise<boolean> =>
  (await client.query<{ found: boolean }>(sql, values)).rows[0]?.found === true;

/** Whether a row of the import could not be stored so far. */
export const hasRefusedRows = (client: pg.ClientBase, { institutionId, importId }: ImportJob): Promise<boolean> =>
  exists(client, HAS_REFUSED, [institutionId, importId]);

/**
 * Carries out the next changes of an import, of at most `most` rows, after the database refused them together with `error`: in parts of a
 * transaction each, until the rows that are to blame are alone and reported. Gives the last row. Throws `error` where it is not about data.
 */
export async function applyInParts(error: unknown, scope: Scope, applying: Applying, most: number, control: JobControl): Promise<number | null> {
  if (refusalOf(error) === null) throw error;
  const rows = await inScopeSql(scope, (client) => nextRows(client, applying, most, null));
  if (rows.length === 0) return null;
  await halveChunk(rows, {
    async together(part) {
      await control.checkpoint();
      return inScopeSql(scope, (client) => applyPart(client, applying, part)).then(() => null, refusedOrThrown);
    },
    async setAside(row, reason) {
      await inScopeSql(scope, (client) => setAside(client, applying, row, reason));
      applying.hasGaps = true;
    },
  });
  return rows.at(-1) ?? null;
}

/** The next rows, `most` at most, that the plan changes something by: those after a row, or else after the last that has results. */
export async function nextRows(client: pg.ClientBase, { institutionId, importId }: ImportJob, most: number, after: number | null): Promise<number[]> {
  return (await client.query<{ row: number }>(NEXT_ROWS, [institutionId, importId, most, after])).rows.map(({ row }) => row);
}

/** Why the database does not store something; throws an error that is not about data. */
export function refusedOrThrown(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  return refusal;
}

async function applyPart(client: pg.ClientBase, applying: Applying, part: readonly number[]): Promise<void> {
  const { institutionId, importId, environment } = applying;
  const [first, last] = [part[0] as number, part.at(-1) as number];
  await client.query(LOCK, [institutionId, environment]);
  // A worker that lost its lease and goes on must not take the work of the other for refusals.
  if (await exists(client, IS_DONE, [institutionId, importId, part])) throw new JobStopped('lease-lost');
  await applyChunk(client, applying, { after: first - 1, upTo: last });
}

async function setAside(client: pg.ClientBase, { institutionId, importId }: Applying, row: number, reason: string): Promise<void> {
  await client.query(FAIL_CHANGES, [institutionId, importId, row]);
  await reportRows(client, { institutionId, importId }, 'row-not-stored', [{ row, params: { reason } }]);
}
