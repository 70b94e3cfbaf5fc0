import { runWorker } from '@/lib/server/jobs/run-worker';

/** `foyer worker`: handles jobs until it is told to stop. Several may run on one database. */
export const worker = async (): Promise<number> => {
  await runWorker();
  return 0;
};
