import type { JobHandler } from '@/lib/server/jobs/job-control';

/** Job apply-import: from the confirmed plan to contacts. */
export const applyImport: JobHandler = async () => {
  throw new Error('applying is not there yet');
};
