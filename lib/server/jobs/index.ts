import type { ImportState } from '@/lib/server/generated/prisma/client';
import type { JobHandler } from './job-control';
import type { QueueName } from './queues';

export interface JobDefinition {
  /** The state of the imports it works on: an import in another one is left alone. */
  state: ImportState;
  /** One of these at a time for an institution, because it compares with or writes its contacts. */
  oneAtATime: boolean;
  /** What it did until a checkpoint is kept, so that it may make way for others there and go on later. */
  makesWay: boolean;
  /** The handler; loaded when first needed. */
  load(): Promise<JobHandler>;
}

/** Every background job. Its queue and payload are in queues.ts, which is all that those who enqueue need. */
export const jobs: Record<QueueName, JobDefinition> = {
  'read-import': {
    state: 'reading',
    oneAtATime: false,
    makesWay: false,
    load: async () => (await import('@/lib/server/imports/read-import')).readImport,
  },
  'plan-import': {
    state: 'planning',
    oneAtATime: true,
    makesWay: false,
    load: async () => (await import('@/lib/server/imports/plan-import')).planImport,
  },
  'apply-import': {
    state: 'applying',
    oneAtATime: true,
    makesWay: true,
    load: async () => (await import('@/lib/server/imports/apply-import')).applyImport,
  },
};
