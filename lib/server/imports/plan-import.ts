import type { JobHandler } from '@/lib/server/jobs/job-control';

/** Job plan-import: from a mapped file to the plan that is confirmed. */
export const planImport: JobHandler = async () => {
  throw new Error('planning is not there yet');
};
