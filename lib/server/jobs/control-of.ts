import { inScope } from '@/lib/server/database/scope';
import { type JobDefinition, jobs } from './index';
import { type JobControl, JobStopped } from './job-control';
import { shouldMakeWay } from './make-way';
import type { ImportJob } from './queues';
import { speedometer } from './speedometer';
import type { TakenJob } from './take-job';

const REPORT_MS = 500;

const HOLD_STATE = 'SELECT state FROM import WHERE id = $1 FOR KEY SHARE';

/** The control of one run of a job. `signal` ends it from outside. */
export function controlOf({ institutionId, importId }: ImportJob, { name, due }: Pick<TakenJob, 'name' | 'due'>, signal: AbortSignal): JobControl {
  const { state, makesWay }: JobDefinition = jobs[name];
  const scope = { kind: 'institution', institutionId } as const;
  const speed = speedometer();
  const since = Date.now();
  let reported = { at: 0, stage: '' };
  let checkpoints = 0;
  return {
    signal,
    async checkpoint() {
      signal.throwIfAborted();
      const current = await inScope(scope, (db) => db.import.findUnique({ where: { id: importId }, select: { state: true } }));
      if (current?.state !== state) throw new JobStopped('cancelled');
      // Not before the first of its chunks: whoever is always overtaken comes to an end nevertheless.
      if (makesWay && checkpoints++ > 0 && (await shouldMakeWay({ institutionId, due, since }))) throw new JobStopped('making-way');
    },
    async claim(client) {
      signal.throwIfAborted();
      const { rows } = await client.query<{ state: string }>(HOLD_STATE, [importId]);
      if (rows[0]?.state !== state) throw new JobStopped('cancelled');
    },
    async report(progress) {
      const at = Date.now();
      const rowsPerSecond = speed(progress, at);
      if (progress.stage === reported.stage && at - reported.at < REPORT_MS) return;
      reported = { at, stage: progress.stage };
      await inScope(scope, (db) => db.import.updateMany({ where: { id: importId, state }, data: { progress: { ...progress, rowsPerSecond } } }));
    },
  };
}
