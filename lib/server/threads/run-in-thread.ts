import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { LIMITS } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';
import { keepThread, takeThread } from './idle-threads';
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
  /** Heap of the thread in MB; LIMITS.threadHeapMb unless told otherwise. */
  heapMb?: number;
}

/**
 * Runs the task of `lib/server/threads/<name>.thread.ts` on `input`, beside this thread and with a heap of its own. Gives the
 * task's result. Throws AppError `file-too-heavy` when the heap is not enough, `reading-stalled` when the thread posts nothing for
 * too long, `reading-too-slow` when it takes longer than `limitMs`, and what the task itself refused by its code.
 */
export const runInThread = <Result, Message = never>(name: string, input: unknown, options: Options<Message> = {}): Promise<Result> =>
  runThread(join(process.cwd(), 'dist/lib/server/threads', `${name}.thread.js`), input, options);

/** As runInThread, for the script at `path`. */
export async function runThread<Result, Message = never>(path: string, input: unknown, options: Options<Message> = {}): Promise<Result> {
  const { heapMb = LIMITS.threadHeapMb, limitMs, signal } = options;
  signal?.throwIfAborted();
  const acknowledged = new Int32Array(new SharedArrayBuffer(4));
  const start: ThreadStart = { input, acknowledged };
  const thread = takeThread(path, heapMb);
  const ends: (() => void)[] = [];
  let again = false;
  try {
    return await new Promise<Result>((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new AppError('file-too-heavy', { limitMb: heapMb }) : error);
      thread.on('error', fail);
      ends.push(() => thread.off('error', fail));
      const finish = (result: Result, isReusable: boolean) => {
        again = isReusable;
        resolve(result);
      };
      ends.push(listen<Result, Message>(thread, acknowledged, options, finish, reject));
      if (limitMs !== undefined) {
        const timer = setTimeout(() => reject(new AppError('reading-too-slow', { seconds: limitMs / 1000 })), limitMs);
        ends.push(() => clearTimeout(timer));
      }
      const abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      ends.push(() => signal?.removeEventListener('abort', abort));
      thread.postMessage(start);
    });
  } finally {
    for (const end of ends) end();
    if (again) keepThread(path, heapMb, thread);
    else await thread.terminate();
  }
}

/** Hands on what the thread sends, in its order, and watches that it does not stand still. Gives what ends the watch. */
function listen<Result, Message>(
  thread: Worker,
  acknowledged: Int32Array,
  { onMessage, stalledMs = LIMITS.stalledMs }: Options<Message>,
  resolve: (result: Result, again: boolean) => void,
  reject: (error: unknown) => void,
): () => void {
  let watch: NodeJS.Timeout | undefined;
  let ended = false;
  let handled: Promise<void> = Promise.resolve();
  const awaitSign = () => {
    clearTimeout(watch);
    if (!ended) watch = setTimeout(() => reject(new AppError('reading-stalled', { seconds: stalledMs / 1000 })), stalledMs);
  };
  const handle = async (sent: FromThread<Result, Message>) => {
    if (sent.kind === 'result') return resolve(sent.value, sent.again);
    if (sent.kind === 'refused') return reject(new AppError(sent.code, sent.params));
    // What takes long now is this side.
    clearTimeout(watch);
    await onMessage?.(sent.value);
    Atomics.add(acknowledged, 0, 1);
    Atomics.notify(acknowledged, 0);
    awaitSign();
  };
  const hear = (sent: FromThread<Result, Message>) => {
    handled = handled.then(() => handle(sent));
    handled.catch(reject);
  };
  // Its result may still wait behind other messages.
  const miss = () => void handled.then(() => reject(new Error('The thread ended without a result.')), reject);
  thread.on('message', hear);
  thread.on('exit', miss);
  awaitSign();
  return () => {
    ended = true;
    clearTimeout(watch);
    thread.off('message', hear);
    thread.off('exit', miss);
  };
}
