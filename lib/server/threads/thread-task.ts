import { getHeapStatistics } from 'node:v8';
import { parentPort, type TransferListItem } from 'node:worker_threads';
import { ReadError } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';
import type { FromThread, ThreadStart } from './thread-protocol';

/** Messages that may be on their way before the thread waits: enough to keep both sides busy, few enough to keep memory flat. */
const AHEAD = 4;

/** Sends a message; waits first when the other side is behind. What is in `transfer` is moved, not copied. */
export type Post<Message> = (message: Message, transfer?: TransferListItem[]) => void;

/** Bytes of heap above which a thread is not kept for another task. */
const SMALL_HEAP = 64 << 20;

/**
 * Runs the tasks of a thread: to be called once, by a *.thread.ts. Refusals (AppError, ReadError) travel by their code. A thread has one task and
 * ends, so that nothing of a hostile file is left for the next; `isHarmless` says of which ones nothing can be: text that our own code read.
 */
export function threadTask<Input, Result, Message = never>(
  task: (input: Input, post: Post<Message>) => Result,
  isHarmless: (input: Input, result: Result) => boolean = () => false,
): void {
  parentPort?.on('message', (start: ThreadStart) => runTask(start, task, isHarmless));
}

function runTask<Input, Result, Message>(
  { input, acknowledged }: ThreadStart,
  task: (input: Input, post: Post<Message>) => Result,
  isHarmless: (input: Input, result: Result) => boolean,
): void {
  const send = (sent: FromThread<Result, Message>, transfer: TransferListItem[] = []) => parentPort?.postMessage(sent, transfer);
  let posted = 0;
  const post: Post<Message> = (value, transfer) => {
    send({ kind: 'message', value }, transfer);
    posted++;
    for (let done = Atomics.load(acknowledged, 0); posted - done >= AHEAD; done = Atomics.load(acknowledged, 0)) Atomics.wait(acknowledged, 0, done);
  };
  try {
    const value = task(input as Input, post);
    send({ kind: 'result', value, again: isHarmless(input as Input, value) && getHeapStatistics().total_heap_size < SMALL_HEAP });
  } catch (error) {
    if (!(error instanceof AppError || error instanceof ReadError)) throw error;
    send({ kind: 'refused', code: error.code, params: error.params });
  }
}
