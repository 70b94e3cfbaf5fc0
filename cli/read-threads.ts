import { Worker } from 'node:worker_threads';
import { LIMITS } from '@/lib/engine';
import type { MapTask } from '@/lib/server/threads/map-cli.thread';
import type { ReadOutcome, ReadTask } from '@/lib/server/threads/read-cli.thread';
import { threadUrl } from '@/lib/server/threads/thread-url';

/** Seconds one file may take. */
const SECONDS = 15;

/** The threads that files are opened in, by the task each takes. */
interface Tasks {
  'read-cli': ReadTask;
  'map-cli': MapTask;
}

export type FileThreadName = keyof Tasks;
export type TaskOf<Name extends FileThreadName> = Tasks[Name];

/** Opens files one after another in a thread of its own, which is replaced when a file kills it or makes it hang. */
export class FileThread<Name extends FileThreadName> {
  private worker: Worker | null = null;

  constructor(private readonly name: Name) {}

  /** Never rejects because of a file: a thread that dies or hangs is an outcome too. */
  run(task: TaskOf<Name>): Promise<ReadOutcome> {
    this.worker ??= this.start();
    const worker = this.worker;
    return new Promise((resolve) => {
      const end = (outcome: ReadOutcome, alive: boolean) => {
        clearTimeout(timer);
        for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
        if (!alive) this.drop(worker);
        resolve(outcome);
      };
      const refused = (code: string, params: Record<string, string | number>) => end({ id: task.id, refusal: { code, params } }, false);
      const timer = setTimeout(() => refused('timeout', { seconds: SECONDS }), SECONDS * 1000);
      worker.on('message', (outcome: ReadOutcome) => end(outcome, true));
      worker.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? refused('out-of-memory', { limit: LIMITS.threadHeapMb })
          : refused(error.code === 'ENOENT' ? 'no-such-file' : 'internal', { reason: error.message }),
      );
      worker.on('exit', () => refused('internal', { reason: 'exit' }));
      worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private start(): Worker {
    return new Worker(threadUrl(this.name), { resourceLimits: { maxOldGenerationSizeMb: LIMITS.threadHeapMb } });
  }

  private drop(worker: Worker): void {
    // A thread that is ended late may still report: nobody listens any more, and an unheard error would end the process.
    worker.on('error', () => undefined);
    void worker.terminate();
    this.worker = null;
  }
}
