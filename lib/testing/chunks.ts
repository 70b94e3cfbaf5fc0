import { applyImport } from '@/lib/server/imports/apply-import';
import { type JobControl, JobStopped } from '@/lib/server/jobs/job-control';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { undisturbed } from './run-import';

/** A control that stops a job at the checkpoint after so many chunks. */
function stoppingAfter(chunks: number): JobControl {
  let left = chunks + 1;
  const checkpoint = async () => {
    left--;
    if (left === 0) throw new JobStopped('stopping');
  };
  return { ...undisturbed(), checkpoint };
}

/** Applies at most so many chunks of an import, as a worker does that is told to end then. True when it came to the end of the import. */
export async function applyChunks(job: ImportJob, chunks: number): Promise<boolean> {
  try {
    await applyImport(job, stoppingAfter(chunks));
    return true;
  } catch (error) {
    if (error instanceof JobStopped) return false;
    throw error;
  }
}
