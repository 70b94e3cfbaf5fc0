import type pg from 'pg';
import type { ImportRules } from '@/lib/engine';
import { connection } from '@/lib/server/database/connection';
import { inScope, inScopeSql, type Scope } from '@/lib/server/database/scope';
import { type JobControl, type JobHandler, JobStopped } from '@/lib/server/jobs/job-control';
import { log } from '@/lib/server/log';
import { type Applying, applyChunk } from './apply-chunk';
import { applyInParts, hasRefusedRows } from './apply-in-parts';
import { applyTogether } from './apply-together';
import { type ImportCounts, readCounts } from './import-counts';
import { settleDefinitions } from './import-definitions';
import { readLedger } from './ledger';
import { nextRange } from './next-range';
import { readyDefinitions } from './ready-definitions';
import { conflictingRows, reportRows } from './report-rows';

/**
 * Job apply-import: carries out the confirmed changes, a chunk a transaction, each with its results. Goes on after the rows that have
 * results, so that nothing is done twice however often it is interrupted.
 */
export const applyImport: JobHandler = async ({ institutionId, importId }, control) => {
  const scope = { kind: 'institution', institutionId } as const;
  const found = await inScope(scope, (db) => db.import.findUnique({ where: { id: importId } }));
  const planned = readCounts(found?.counts ?? null).counts;
  if (found?.state !== 'applying' || !found.plannedAt || found.planRevision === null || !planned) throw new JobStopped('cancelled');
  const { kind, purpose, environment, plannedAt, planRevision, planKeys } = found;
  const hasGaps = await inScopeSql(scope, (client) => hasRefusedRows(client, { institutionId, importId }));
  const applying: Applying = {
    ...{ institutionId, importId, kind, purpose, environment, plannedAt, planRevision },
    ...{ keys: new Set(planKeys), hasGaps, numbersMoved: false },
  };
  const end = (client: pg.ClientBase) => finish(client, applying, planned);
  const apply = (found.rules as ImportRules).allOrNothing ? applyTogether : applyByChunks;
  const ledger = await apply(scope, applying, planned.rows, control, end);
  if (!ledger.balanced) log.error({ importId, ledger }, 'the ledger of an import does not balance');
};

/**
 * A chunk need not have reached the disk before the next begins: after a crash the import goes on behind the last one that did. The last
 * transaction waits, and with it all before it are there.
 */
const NOT_FLUSHED = 'SET LOCAL synchronous_commit = off';

/** To be refreshed whenever what was written has doubled: the next chunk is joined with it. */
const REFRESH_STATISTICS = 'ANALYZE contact, contact_address, contact_means, contact_authorizations, contact_criterion, change_result';

const isPowerOfTwo = (count: number) => (count & (count - 1)) === 0;

async function applyByChunks<T>(
  scope: Scope,
  applying: Applying,
  total: number,
  control: JobControl,
  finish: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  await inScopeSql(scope, (client) => control.claim(client).then(() => readyDefinitions(client, applying)));
  for (let done: number | null = -1, chunks = 1; done !== null; chunks++) {
    await control.checkpoint();
    done = await inScopeSql(scope, async (client) => {
      await client.query(NOT_FLUSHED);
      await control.claim(client);
      const next = await nextRange(client, applying);
      if (next) await applyChunk(client, applying, next);
      return next;
    }).then(
      (next) => {
        applying.numbersMoved ||= next !== null;
        return next?.done ?? null;
      },
      (error: unknown) => applyInParts(error, scope, applying, control),
    );
    if (isPowerOfTwo(chunks)) await connection().pool.query(REFRESH_STATISTICS);
    if (done !== null) await control.report({ stage: 'applying', done: Math.min(done, total), total });
  }
  return inScopeSql(scope, finish);
}

const FINISH = `
  UPDATE import SET state = 'applied', counts = $2::jsonb, applied_at = now(), progress = NULL, error = NULL, updated_at = now()
  WHERE id = $1 AND state = 'applying'`;

async function finish(client: pg.ClientBase, { institutionId, importId, kind }: Applying, { rows }: ImportCounts) {
  await client.query('ANALYZE change_result');
  const conflicts = await conflictingRows(client, { institutionId, importId });
  const reports = conflicts.map((row) => ({ row, params: {} }));
  await reportRows(client, { institutionId, importId }, 'contact-changed', reports);
  const ledger = await readLedger(client, { institutionId, importId }, rows);
  if (kind === 'undo') await settleDefinitions(client, kind, { institutionId, importId });
  await client.query(FINISH, [importId, JSON.stringify(ledger)]);
  return ledger;
}
