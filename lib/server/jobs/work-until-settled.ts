import { setTimeout as wait } from 'node:timers/promises';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import type { ImportState } from '@/lib/server/generated/prisma/client';
import { RUNNING } from '@/lib/server/imports/state';
import { JobStopped } from './job-control';
import type { ImportJob } from './queues';
import { runJob } from './run-job';
import { sweep } from './sweep';
import { type Turns, takeJob } from './take-job';

const POLL_MS = 200;

const isRunning = (state: ImportState): state is keyof typeof RUNNING => state in RUNNING;

/**
 * Works as one more worker until the import waits for a person or has ended, whoever does its jobs: with other workers it shares what
 * waits in the queue, without any it does all itself. Gives the state. Throws `not-found`, and JobStopped once `stopping` is aborted.
 */
export async function workUntilSettled({ institutionId, importId }: ImportJob, stopping: AbortSignal): Promise<ImportState> {
  const turns: Turns = [];
  for (;;) {
    const found = await inScope({ kind: 'institution', institutionId }, (db) =>
      db.import.findUnique({ where: { id: importId }, select: { state: true } }),
    );
    if (!found) throw notFound('import');
    if (!isRunning(found.state)) return found.state;
    if (stopping.aborted) throw new JobStopped('stopping');
    const job = await takeJob({ turns, maxRows: null });
    if (job) await runJob(job, stopping);
    else {
      await sweep();
      await wait(POLL_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}
