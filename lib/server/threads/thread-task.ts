import { parentPort, type TransferListItem, workerData } from 'node:worker_threads';
import { ReadError } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';
import type { FromThread, ThreadStart } from './thread-protocol';

/** Messages that may be on their way before the thread waits: enough to keep both sides busy, few enough to keep memory flat. */
const AHEAD = 4;

/** Sends a message; waits first when the other side is behind. What is in `transfer` is moved, not copied. */
export type Post<Message> = (message: Message, transfer?: TransferListItem[]) => void;

/** Runs the task of a thread: to be called once, by a *.thread.ts. Refusals (AppError, ReadError) travel by their code. */
export function threadTask<Input, Result, Message = never>(task: (input: Input, post: Post<Message>) => Result): void {
  const { input, acknowledged } = workerData as ThreadStart;
  const send = (sent: FromThread<Result, Message>, transfer: TransferListItem[] = []) => parentPort?.postMessage(sent, transfer);
  let posted = 0;
  const post: Post<Message> = (value, transfer) => {
    send({ kind: 'message', value }, transfer);
    posted++;
    for (let done = Atomics.load(acknowledged, 0); posted - done >= AHEAD; done = Atomics.load(acknowledged, 0)) Atomics.wait(acknowledged, 0, done);
  };
  try {
    send({ kind: 'result', value: task(input as Input, post) });
  } catch (error) {
    if (!(error instanceof AppError || error instanceof ReadError)) throw error;
    send({ kind: 'refused', code: error.code, params: error.params });
  }
}
