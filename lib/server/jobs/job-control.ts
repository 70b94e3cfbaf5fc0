import type pg from 'pg';
import type { ImportJob } from './queues';

/** How far a job is; kept in import.progress and shown as it is. */
export interface Progress {
  stage: string;
  done: number;
  /** null where nobody can know yet. */
  total: number | null;
  /** Of the last seconds; null until there is anything to divide. */
  rowsPerSecond: number | null;
}

/**
 * Why a handler ends before its work is done. stopping: the worker was told to end, another goes on. making-way: others come first, it goes on
 * after them. lease-lost: the connection that holds the import broke. cancelled: the import is no longer in the state that the job works on.
 */
export type StopReason = 'stopping' | 'making-way' | 'lease-lost' | 'cancelled';

/** Thrown by `checkpoint`; not a failure. */
export class JobStopped extends Error {
  constructor(readonly reason: StopReason) {
    super(`job stopped: ${reason}`);
    this.name = 'JobStopped';
  }
}

/** What a handler gets to stay stoppable and visible. `checkpoint` and `report` use transactions of their own: call them outside of others. */
export interface JobControl {
  /** Aborted, with a JobStopped as reason, when the worker stops or the lease is lost: ends threads at once. */
  readonly signal: AbortSignal;
  /** To be called between chunks. Throws JobStopped. */
  checkpoint(): Promise<void>;
  /**
   * To be called first in a transaction that writes what stays. Throws JobStopped unless the import is still in the job's state, and keeps it in
   * it until the commit: who pauses or stops it waits that long, and knows that nothing more is written.
   */
  claim(client: pg.ClientBase): Promise<void>;
  /** Rewrites the import's progress, at most twice a second and at once when a stage begins; the rest is dropped. */
  report(progress: Omit<Progress, 'rowsPerSecond'>): Promise<void>;
}

/** Handles one job. May be called again for the same import after an interruption at any point: it must be repeatable. */
export type JobHandler = (job: ImportJob, control: JobControl) => Promise<void>;
