import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';
import type { FromThread, ThreadStart } from './thread-protocol';

interface Options<Message> {
  /** Gets what the thread posts, one after the other; while it works the thread can be a few messages ahead and then waits. */
  onMessage?: (message: Message) => Promise<void> | void;
  /** Ends the thread at once; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds for the whole task; without it only standing still ends a thread. */
  limitMs?: number;
  /** Milliseconds without a message; LIMITS.stalledMs unless told otherwise. */
  stalledMs?: number;
}

/**
 * Runs the task of `lib/server/threads/<name>.thread.ts` on `input`, beside this thread and with a heap of its own. Gives the
 * task's result. Throws AppError `file-too-heavy` when the heap is not enough, `reading-stalled` when the thread posts nothing for
 * too long, `reading-too-slow` when it takes longer than `limitMs`, and what the task itself refused by its code.
 */
export function runInThread<Result, Message = never>(name: string, input: unknown, options: Options<Message> = {}): Promise<Result> {
  const acknowledged = new Int32Array(new SharedArrayBuffer(4));
  const start: ThreadStart = { input, acknowledged };
  const thread = new Worker(join(process.cwd(), 'dist/lib/server/threads', `${name}.thread.js`), {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.threadHeapMb },
  });
  return new Promise<Result>((resolve, reject) => {
    const { stalledMs = LIMITS.stalledMs, limitMs, signal, onMessage } = options;
    let watch: NodeJS.Timeout | undefined;
    const whole = limitMs === undefined ? undefined : setTimeout(() => fail(new AppError('reading-too-slow', { seconds: limitMs / 1000 })), limitMs);
    const awaitSign = () => {
      clearTimeout(watch);
      watch = setTimeout(() => fail(new AppError('reading-stalled', { seconds: stalledMs / 1000 })), stalledMs);
    };
    const settle = () => {
      clearTimeout(watch);
      clearTimeout(whole);
      signal?.removeEventListener('abort', abort);
      void thread.terminate();
    };
    const fail = (error: unknown) => {
      settle();
      reject(error);
    };
    const abort = () => fail(signal?.reason);
    let handled: Promise<void> = Promise.resolve();
    const handle = async (message: Message) => {
      clearTimeout(watch);
      await onMessage?.(message);
      Atomics.add(acknowledged, 0, 1);
      Atomics.notify(acknowledged, 0);
      awaitSign();
    };
    thread.on('message', (sent: FromThread<Result, Message>) => {
      if (sent.kind === 'message') handled = handled.then(() => handle(sent.value));
      else if (sent.kind === 'refused') handled = handled.then(() => fail(new AppError(sent.code, sent.params)));
      else
        handled = handled.then(() => {
          settle();
          resolve(sent.value);
        });
      handled.catch(fail);
    });
    thread.on('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new AppError('file-too-heavy', { limitMb: LIMITS.threadHeapMb }) : error),
    );
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
    awaitSign();
  });
}
