/** What a thread is given to do. */
export interface ThreadStart {
  input: unknown;
  /** How many of its messages were handled; shared, so that the thread can wait on it without an event loop. */
  acknowledged: Int32Array;
}

/**
 * What a thread sends: any number of messages, then its result or why it refused. A bug is thrown and ends the thread. `again`: whether it may
 * have another task.
 */
export type FromThread<Result, Message> =
  | { kind: 'message'; value: Message }
  | { kind: 'result'; value: Result; again: boolean }
  | { kind: 'refused'; code: string; params: Record<string, string | number> };
