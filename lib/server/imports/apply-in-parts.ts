import pg from 'pg';
import { inScopeSql, type Scope } from '@/lib/server/database/scope';
import { type JobControl, JobStopped } from '@/lib/server/jobs/job-control';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { type Applying, applyChunk } from './apply-chunk';
import { halveChunk } from './halve-chunk';
import { moveNumberSequence } from './move-number-sequence';
import { nextRange, OF_ROUND } from './next-range';
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

const HAS_REFUSED = `SELECT EXISTS (SELECT FROM change_result WHERE ${OF_IMPORT} AND outcome = 'failed') AS found`;

const ROWS = `SELECT DISTINCT row FROM plan_change WHERE ${OF_IMPORT} AND kind <> 'unchanged' AND ${OF_ROUND} AND row > $3 AND row <= $4 ORDER BY row`;

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
 * Carries out the next changes of an import after the database refused them together with `error`: in parts of a transaction each, until
 * the rows that are to blame are alone and reported. Gives about how many rows are behind. Throws `error` where it is not about data.
 */
export async function applyInParts(error: unknown, scope: Scope, applying: Applying, control: JobControl): Promise<number | null> {
  if (refusalOf(error) === null) throw error;
  const next = await inScopeSql(scope, (client) => nextRows(client, applying));
  if (!next) return null;
  await halveChunk(next.rows, {
    async together(part) {
      await control.checkpoint();
      return inScopeSql(scope, (client) => control.claim(client).then(() => applyPart(client, applying, part))).then(() => {
        applying.numbersMoved = true;
        return null;
      }, refusedOrThrown);
    },
    async setAside(row, reason) {
      await inScopeSql(scope, (client) => control.claim(client).then(() => setAside(client, applying, row, reason)));
      applying.hasGaps = true;
    },
  });
  return next.done;
}

/** The rows of the next range, in the order in which they are carried out. */
async function nextRows(client: pg.ClientBase, applying: Applying): Promise<{ rows: number[]; done: number } | null> {
  const { institutionId, importId, kind } = applying;
  const next = await nextRange(client, applying);
  if (!next) return null;
  const { rows: found } = await client.query<{ row: number }>(ROWS, [institutionId, importId, next.after, next.upTo]);
  const rows = found.map(({ row }) => row);
  return { rows: kind === 'undo' ? rows.reverse() : rows, done: next.done };
}

/** Why the database does not store something; throws an error that is not about data. */
export function refusedOrThrown(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  return refusal;
}

async function applyPart(client: pg.ClientBase, applying: Applying, part: readonly number[]): Promise<void> {
  const { institutionId, importId, environment } = applying;
  const [first = 0, last = 0] = [part[0], part.at(-1)].map(Number).sort((a, b) => a - b);
  if (!applying.numbersMoved) await moveNumberSequence(client, applying);
  await client.query(LOCK, [institutionId, environment]);
  // A worker that lost its lease and goes on must not take the work of the other for refusals.
  if (await exists(client, IS_DONE, [institutionId, importId, part])) throw new JobStopped('lease-lost');
  await applyChunk(client, { ...applying, numbersMoved: true }, { after: first - 1, upTo: last });
}

async function setAside(client: pg.ClientBase, { institutionId, importId }: Applying, row: number, reason: string): Promise<void> {
  await client.query(FAIL_CHANGES, [institutionId, importId, row]);
  await reportRows(client, { institutionId, importId }, 'row-not-stored', [{ row, params: { reason } }]);
}
