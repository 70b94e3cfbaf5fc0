import type { ImportJob } from './queues';

/** How far a job is; kept in import.progress and shown as it is. */
export interface Progress {
  stage: string;
  done: number;
  /** null where nobody can know yet. */
  total: number | null;
  rowsPerSecond: number | null;
}

/**
 * Why a handler ends before its work is done. stopping: the worker was told to end, another goes on. lease-lost: the connection
 * that holds the import broke. cancelled: the import is no longer in the state that the job works on.
 */
export type StopReason = 'stopping' | 'lease-lost' | 'cancelled';

/** Thrown by `checkpoint`; not a failure. */
export class JobStopped extends Error {
  constructor(readonly reason: StopReason) {
    super(`job stopped: ${reason}`);
    this.name = 'JobStopped';
  }
}

/** What a handler gets to stay stoppable and visible. Both methods use transactions of their own: call them outside of others. */
export interface JobControl {
  /** Aborted, with a JobStopped as reason, when the worker stops or the lease is lost: ends threads at once. */
  readonly signal: AbortSignal;
  /** To be called between chunks. Throws JobStopped. */
  checkpoint(): Promise<void>;
  /** Rewrites the import's progress, at most twice a second; the rest is dropped. */
  report(progress: Omit<Progress, 'rowsPerSecond'>): Promise<void>;
}

/** Handles one job. May be called again for the same import after an interruption at any point: it must be repeatable. */
export type JobHandler = (job: ImportJob, control: JobControl) => Promise<void>;
