import type pg from 'pg';
import type { AppError } from '@/lib/server/errors';
import type { ImportState } from '@/lib/server/generated/prisma/client';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { log } from '@/lib/server/log';
import { type ImportCounts, readCounts } from './import-counts';
import { readLedger } from './ledger';

/** Waits for the chunk under way, which holds the import (see JobControl.claim); the next does not begin. */
const HOLD = 'SELECT counts FROM import WHERE id = $1 AND state::text = ANY($2) FOR UPDATE';

const END = `UPDATE import SET state = 'stopped', counts = $2::jsonb, error = $3::jsonb, updated_at = now() WHERE id = $1`;

/**
 * Ends the applying of an import half-way: state `stopped`, with the ledger of what was written until then and, where a problem did it, the
 * reason. Gives the ledger; null, and does nothing, where the import is in none of the states `from`.
 */
export async function endApplying(
  client: pg.ClientBase,
  job: ImportJob,
  from: readonly ImportState[],
  error: Pick<AppError, 'code' | 'params'> | null,
): Promise<ImportCounts | null> {
  const { rows } = await client.query<{ counts: unknown }>(HOLD, [job.importId, from]);
  const planned = readCounts(rows[0]?.counts ?? null).counts;
  if (!planned) return null;
  const ledger = await readLedger(client, job, planned.rows, false);
  if (!ledger.balanced) log.error({ importId: job.importId, ledger }, 'the ledger of a stopped import does not balance');
  await client.query(END, [job.importId, JSON.stringify(ledger), error && JSON.stringify({ code: error.code, params: error.params })]);
  return ledger;
}
