import { setTimeout as wait } from 'node:timers/promises';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import type { ImportState } from '@/lib/server/generated/prisma/client';
import { RUNNING } from '@/lib/server/imports/state';
import { queue } from './queue';
import type { ImportJob } from './queues';
import { type FetchedJob, runJob } from './run-job';
import { sweep } from './sweep';

const POLL_MS = 200;

const isRunning = (state: ImportState): state is keyof typeof RUNNING => state in RUNNING;

/**
 * Works as one more worker until the import waits for a person or has ended, whoever does its jobs: with other workers it shares what
 * waits in the queue, without any it does all itself. Gives the state. Throws `not-found`.
 */
export async function workUntilSettled({ institutionId, importId }: ImportJob): Promise<ImportState> {
  const never = new AbortController().signal;
  for (;;) {
    const found = await inScope({ kind: 'institution', institutionId }, (db) =>
      db.import.findUnique({ where: { id: importId }, select: { state: true } }),
    );
    if (!found) throw notFound('import');
    if (!isRunning(found.state)) return found.state;
    const name = RUNNING[found.state];
    const [job] = await queue().fetch<unknown>(name, { includeMetadata: true });
    if (job) await runJob(name, job satisfies FetchedJob, never);
    else {
      await sweep();
      await wait(POLL_MS);
    }
  }
}
