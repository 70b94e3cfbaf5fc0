import { inScopeSql } from '@/lib/server/database/scope';
import { failImport } from '@/lib/server/imports/fail-import';
import { RUNNING } from '@/lib/server/imports/state';
import { cutOffSilent, heldSql } from './lease';
import { QUEUE_SCHEMA } from './prepare-queue';
import { enqueue, queue } from './queue';

/** Seconds a job may be active, or missing, before its worker counts as dead: it has not taken the lease in the first moment. */
const GRACE_SECONDS = 5;

interface Stranded {
  importId: number;
  institutionId: number;
  state: keyof typeof RUNNING;
  jobId: string | null;
  jobState: 'active' | 'completed' | 'cancelled' | 'failed' | null;
}

/** Imports that should be in work while nobody holds them and no job waits: with the last job that was to do it. */
const STRANDED = `
  SELECT i.id AS "importId", i.institution_id AS "institutionId", i.state, job.id AS "jobId", job.state AS "jobState"
  FROM import i
  JOIN (VALUES ${Object.entries(RUNNING)
    .map(([state, name]) => `('${state}', '${name}')`)
    .join(', ')}) AS running (state, queue) ON running.state = i.state::text
  LEFT JOIN LATERAL (
    SELECT id, state, coalesce(completed_on, started_on) AS since FROM ${QUEUE_SCHEMA}.job
    WHERE name = running.queue AND (data->>'importId')::int = i.id ORDER BY created_on DESC LIMIT 1
  ) job ON true
  WHERE NOT ${heldSql('import', 'i.id')}
    AND (job.id IS NULL OR job.state NOT IN ('created', 'retry'))
    AND coalesce(job.since, i.updated_at) < now() - interval '${GRACE_SECONDS} seconds'`;

/**
 * Takes up what a dead or frozen worker left: its job is tried again, at most as often as its queue allows, after which the import fails
 * as `worker-lost`. An import without any job gets one. Safe to run in several processes at once.
 */
export async function sweep(): Promise<void> {
  await cutOffSilent();
  const stranded = await inScopeSql({ kind: 'system' }, async (client) => (await client.query<Stranded>(STRANDED)).rows);
  for (const { importId, institutionId, state, jobId, jobState } of stranded) {
    const name = RUNNING[state];
    if (jobState === 'active' && jobId) await queue().fail(name, jobId);
    else if (jobState === 'failed') await failImport({ institutionId, importId }, { code: 'worker-lost', params: {} });
    else await enqueue(name, { institutionId, importId });
  }
}
