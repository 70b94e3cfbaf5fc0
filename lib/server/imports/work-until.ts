import type { Actor } from '@/lib/server/actor';
import { AppError } from '@/lib/server/errors';
import type { ImportState } from '@/lib/server/generated/prisma/client';
import { JobStopped } from '@/lib/server/jobs/job-control';
import { workUntilSettled } from '@/lib/server/jobs/work-until-settled';
import { cancelImport } from './cancel-import';
import { getImport, type ImportDetail } from './get-import';
import { pauseImport } from './pause-import';
import { statesBefore } from './state';

/** An import that somebody waits for in front of a terminal. */
export interface AwaitedImport {
  actor: Actor;
  importId: number;
  /** Aborted when nobody waits any longer. */
  stopping: AbortSignal;
}

/** Works until the import comes to one of the states that are wanted; throws why it did not, and JobStopped once `stopping` is aborted. */
export async function workUntil(wanted: readonly ImportState[], { actor, importId, stopping }: AwaitedImport): Promise<ImportDetail> {
  const state = await workUntilSettled({ institutionId: actor.institutionId, importId }, stopping);
  if (stopping.aborted && state !== 'applied') throw new JobStopped('stopping');
  const detail = await getImport(actor, { importId });
  if (wanted.includes(state)) return detail;
  throw detail.error ? new AppError(detail.error.code, detail.error.params) : new AppError('import-state', { state, to: wanted[0] ?? '' }, 409);
}

/**
 * What `work` gives or, when it throws JobStopped, the import as it is then left: `paused` where contacts were being written, else
 * `cancelled`. Left as it was, other workers would go on with what nobody waits for.
 */
export async function orAtRest({ actor, importId }: AwaitedImport, work: () => Promise<ImportDetail>): Promise<ImportDetail> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof JobStopped)) throw error;
  }
  const { state } = await getImport(actor, { importId });
  if (state === 'applying') await pauseImport(actor, { importId });
  else if (statesBefore('cancelled').includes(state)) await cancelImport(actor, { importId });
  return getImport(actor, { importId });
}
