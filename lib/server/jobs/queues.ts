import { z } from 'zod';

/** What every job of an import carries: ids only, so that nothing personal or large passes through the queue. */
const importJob = z.object({ institutionId: z.int().positive(), importId: z.int().positive() });
export type ImportJob = z.infer<typeof importJob>;

/** The queues by name; jobs/index.ts says who handles them. A job lost with its worker is given to another after the lease. */
export const QUEUES = {
  'read-import': { schema: importJob },
  'plan-import': { schema: importJob },
  'apply-import': { schema: importJob },
} as const;

export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];
