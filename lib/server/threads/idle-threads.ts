import { Worker } from 'node:worker_threads';

/** Milliseconds that a thread waits for its next task: a file is read, planned and looked at within moments, and its memory is wanted back. */
const IDLE_MS = 5_000;
/** Threads of one kind that wait at the same time. */
const MOST_IDLE = 2;

interface Idle {
  thread: Worker;
  leave: () => void;
}

const waiting = new Map<string, Idle[]>();

const keyOf = (path: string, heapMb: number): string => `${heapMb} ${path}`;

/** A thread for the script at `path`: one that waits, else a new one. To start one takes as long as to read ten thousand rows. */
export function takeThread(path: string, heapMb: number): Worker {
  const idle = waiting.get(keyOf(path, heapMb))?.pop();
  if (!idle) return new Worker(path, { resourceLimits: { maxOldGenerationSizeMb: heapMb } });
  idle.leave();
  idle.thread.ref();
  return idle.thread;
}

/** Lets a thread that has ended its task wait for the next. It keeps no process alive. */
export function keepThread(path: string, heapMb: number, thread: Worker): void {
  const threads = waiting.get(keyOf(path, heapMb)) ?? [];
  waiting.set(keyOf(path, heapMb), threads);
  if (threads.length >= MOST_IDLE) return void thread.terminate();
  const forget = () => {
    const at = threads.findIndex((idle) => idle.thread === thread);
    if (at >= 0) threads.splice(at, 1);
  };
  const end = () => {
    forget();
    void thread.terminate();
  };
  const timer = setTimeout(end, IDLE_MS).unref();
  thread.on('exit', forget);
  thread.on('error', forget);
  thread.unref();
  const leave = () => {
    clearTimeout(timer);
    thread.off('exit', forget);
    thread.off('error', forget);
  };
  threads.push({ thread, leave });
}
