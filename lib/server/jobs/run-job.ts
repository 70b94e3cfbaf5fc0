import { setImmediate as otherEvents } from 'node:timers/promises';
import { AppError } from '@/lib/server/errors';
import { failImport } from '@/lib/server/imports/fail-import';
import { log } from '@/lib/server/log';
import { controlOf } from './control-of';
import { type JobDefinition, jobs } from './index';
import { JobStopped } from './job-control';
import { type Lease, takeLease } from './lease';
import { putBack, queue } from './queue';
import { type ImportJob, QUEUES } from './queues';
import type { TakenJob } from './take-job';

/** Seconds until a job is offered again whose import, or whose institution, another worker has in hand. */
const BUSY_SECONDS = 1;

const leases = (job: JobDefinition, { institutionId, importId }: ImportJob) =>
  takeLease([{ kind: 'import', id: importId }, ...(job.oneAtATime ? [{ kind: 'institution' as const, id: institutionId }] : [])]);

async function handle(taken: TakenJob, payload: ImportJob, lease: Lease, stopping: AbortSignal): Promise<void> {
  const ending = new AbortController();
  const stop = () => ending.abort(new JobStopped('stopping'));
  const lose = () => ending.abort(new JobStopped('lease-lost'));
  stopping.addEventListener('abort', stop);
  lease.lost.addEventListener('abort', lose);
  try {
    await (await jobs[taken.name].load())(payload, controlOf(payload, taken, ending.signal));
  } finally {
    stopping.removeEventListener('abort', stop);
    lease.lost.removeEventListener('abort', lose);
  }
}

/** What follows from a handler that threw: refusals fail the import at once, bugs after the last try. */
async function afterError({ name, id, retryCount, retryLimit }: TakenJob, payload: ImportJob, lease: Lease, error: unknown): Promise<void> {
  // Of several connections that broke at once, the one of the lease may be told last.
  await otherEvents();
  if (lease.lost.aborted) {
    // Another may have the job by now: it is not this worker's to judge any more, and the sweep finds it where nobody has.
    log.error({ job: name, importId: payload.importId, err: error }, 'a job lost its lease');
    return;
  }
  if (error instanceof JobStopped) {
    if (error.reason === 'stopping' || error.reason === 'making-way') return putBack(name, id, 0);
    return void (await queue().complete(name, id));
  }
  if (error instanceof AppError) {
    await failImport(payload, error);
    return void (await queue().complete(name, id));
  }
  log.error({ job: name, importId: payload.importId, attempt: retryCount + 1, err: error }, 'job failed');
  if (retryCount >= retryLimit) await failImport(payload, { code: 'unexpected', params: {} });
  await queue().fail(name, id);
}

/** Runs one job to its end, whatever that is. Throws only when the queue itself cannot be reached. */
export async function runJob(taken: TakenJob, stopping: AbortSignal): Promise<void> {
  const payload = QUEUES[taken.name].schema.parse(taken.data);
  const lease = await leases(jobs[taken.name], payload);
  if (!lease) return putBack(taken.name, taken.id, BUSY_SECONDS);
  try {
    await handle(taken, payload, lease, stopping);
    await queue().complete(taken.name, taken.id);
  } catch (error) {
    await afterError(taken, payload, lease, error);
  } finally {
    await lease.release();
  }
}
