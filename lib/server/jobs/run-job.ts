import { AppError } from '@/lib/server/errors';
import { failImport } from '@/lib/server/imports/fail-import';
import { log } from '@/lib/server/log';
import { controlOf } from './control-of';
import { type JobDefinition, jobs } from './index';
import { JobStopped } from './job-control';
import { type Lease, takeLease } from './lease';
import { putBack, queue } from './queue';
import { type ImportJob, QUEUES, type QueueName } from './queues';

/** A job as fetched, with the number of times it was begun before. */
export interface FetchedJob {
  id: string;
  data: unknown;
  retryCount: number;
  retryLimit: number;
}

/** Seconds until a job is offered again whose import, or whose institution, another worker has in hand. */
const BUSY_SECONDS = 1;

const leases = (job: JobDefinition, { institutionId, importId }: ImportJob) =>
  takeLease([{ kind: 'import', id: importId }, ...(job.oneAtATime ? [{ kind: 'institution' as const, id: institutionId }] : [])]);

async function handle(name: QueueName, payload: ImportJob, lease: Lease, stopping: AbortSignal): Promise<void> {
  const job = jobs[name];
  const ending = new AbortController();
  const stop = () => ending.abort(new JobStopped('stopping'));
  const lose = () => ending.abort(new JobStopped('lease-lost'));
  stopping.addEventListener('abort', stop);
  lease.lost.addEventListener('abort', lose);
  try {
    await (await job.load())(payload, controlOf(payload, job.state, ending.signal));
  } finally {
    stopping.removeEventListener('abort', stop);
    lease.lost.removeEventListener('abort', lose);
  }
}

/** What follows from a handler that threw: refusals fail the import at once, bugs after the last try. */
async function afterError(name: QueueName, fetched: FetchedJob, payload: ImportJob, error: unknown): Promise<void> {
  if (error instanceof JobStopped) {
    if (error.reason === 'stopping') return putBack(name, fetched.id, 0);
    if (error.reason === 'cancelled') return void (await queue().complete(name, fetched.id));
  }
  if (error instanceof AppError) {
    await failImport(payload, error);
    return void (await queue().complete(name, fetched.id));
  }
  log.error({ job: name, importId: payload.importId, attempt: fetched.retryCount + 1, err: error }, 'job failed');
  if (fetched.retryCount >= fetched.retryLimit) await failImport(payload, { code: 'unexpected', params: {} });
  await queue().fail(name, fetched.id);
}

/** Runs one fetched job to its end, whatever that is. Throws only when the queue itself cannot be reached. */
export async function runJob(name: QueueName, fetched: FetchedJob, stopping: AbortSignal): Promise<void> {
  const payload = QUEUES[name].schema.parse(fetched.data);
  const lease = await leases(jobs[name], payload);
  if (!lease) return putBack(name, fetched.id, BUSY_SECONDS);
  try {
    await handle(name, payload, lease, stopping);
    await queue().complete(name, fetched.id);
  } catch (error) {
    await afterError(name, fetched, payload, error);
  } finally {
    lease.release();
  }
}
