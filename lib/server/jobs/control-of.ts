import { inScope } from '@/lib/server/database/scope';
import type { ImportState } from '@/lib/server/generated/prisma/client';
import { type JobControl, JobStopped, type Progress } from './job-control';
import type { ImportJob } from './queues';

const REPORT_MS = 500;

/** Rows per second since the stage began; null before there is anything to divide. */
function speedometer() {
  let stage = '';
  let since = 0;
  let first = 0;
  return (progress: Omit<Progress, 'rowsPerSecond'>, now: number): number | null => {
    if (progress.stage !== stage) {
      stage = progress.stage;
      since = now;
      first = progress.done;
    }
    const seconds = (now - since) / 1000;
    return seconds > 0 ? Math.round((progress.done - first) / seconds) : null;
  };
}

/** The control of one run of a job that works on imports in `state`. `signal` ends it from outside. */
export function controlOf({ institutionId, importId }: ImportJob, state: ImportState, signal: AbortSignal): JobControl {
  const scope = { kind: 'institution', institutionId } as const;
  const speed = speedometer();
  let reported = 0;
  return {
    signal,
    async checkpoint() {
      signal.throwIfAborted();
      const current = await inScope(scope, (db) => db.import.findUnique({ where: { id: importId }, select: { state: true } }));
      if (current?.state !== state) throw new JobStopped('cancelled');
    },
    async report(progress) {
      const now = Date.now();
      const rowsPerSecond = speed(progress, now);
      if (now - reported < REPORT_MS) return;
      reported = now;
      await inScope(scope, (db) => db.import.updateMany({ where: { id: importId, state }, data: { progress: { ...progress, rowsPerSecond } } }));
    },
  };
}
