import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/server/errors';
import { runThread } from './run-in-thread';

let folder: string;
let script: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-thread-'));
  script = join(folder, 'task.mjs');
  const source = `
    import { threadId } from 'node:worker_threads';
    import { AppError } from '@/lib/server/errors';
    import { threadTask } from '@/lib/server/threads/thread-task';
    threadTask(({ kind, count }, post) => {
      if (kind === 'refuse') throw new AppError('no-rows', { sheet: 1 });
      if (kind === 'fail') throw new TypeError('a bug');
      if (kind === 'hang') for (;;);
      if (kind === 'hoard') for (const all = [];;) all.push(Array.from({ length: 1000 }, (_, at) => 'text ' + at + all.length));
      if (kind === 'exit') process.exit(0);
      for (let at = 1; at <= count; at++) {
        const bytes = new Uint8Array(8).fill(at);
        post({ at, bytes, sentAt: Date.now() }, [bytes.buffer]);
      }
      return kind === 'thread' ? threadId : 'done';
    }, ({ harmless }) => harmless === true);`;
  await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'bundle',
    alias: { '@': process.cwd() },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  writeFileSync(join(folder, 'package.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Message {
  at: number;
  bytes: Uint8Array;
  sentAt: number;
}

describe('a task in a thread', () => {
  it('gives its result after all its messages were handled, in their order', async () => {
    const seen: number[] = [];
    const onMessage = async ({ at, bytes }: Message) => {
      await wait(at % 3);
      seen.push(at + (bytes[7] ?? 0));
    };
    expect(await runThread<string, Message>(script, { count: 20 }, { onMessage })).toBe('done');
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => 2 * (index + 1)));
  });

  it('waits while the other side is behind', async () => {
    const times: number[] = [];
    const onMessage = async ({ sentAt }: Message) => {
      times.push(sentAt);
      await wait(40);
    };
    await runThread<string, Message>(script, { count: 12 }, { onMessage });
    const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
    // Twelve messages of 40 ms each: a thread that did not wait would have sent them all in the first moment.
    expect(span).toBeGreaterThan(200);
  });

  it('has a thread that had another only where nothing can be left of that', async () => {
    const run = (harmless: boolean) => runThread<number>(script, { kind: 'thread', count: 3, harmless }, { onMessage: () => undefined });
    const first = await run(true);
    expect(await run(true)).toBe(first);
    expect(await run(false)).toBe(first);
    const [one, other] = await Promise.all([run(false), run(false)]);
    expect(new Set([first, one, other]).size).toBe(3);
    await expect(runThread(script, { kind: 'fail', harmless: true })).rejects.toThrow('a bug');
    expect(await run(true)).not.toBe(first);
  });

  it.each<[string, object, object]>([
    ['refuses', { kind: 'refuse' }, { code: 'no-rows', params: { sheet: 1 } }],
    ['has a bug', { kind: 'fail' }, { name: 'TypeError', message: 'a bug' }],
    ['ends without a word', { kind: 'exit' }, { message: expect.stringContaining('ended without a result') }],
  ])('that %s rejects as such', async (_, input, error) => {
    await expect(runThread(script, input)).rejects.toMatchObject(error);
  });

  it('that stands still is ended', async () => {
    await expect(runThread(script, { kind: 'hang' }, { stalledMs: 300 })).rejects.toEqual(new AppError('reading-stalled', { seconds: 0.3 }));
  });

  it('that takes longer than it may is ended', async () => {
    await expect(runThread(script, { kind: 'hang' }, { limitMs: 300 })).rejects.toEqual(new AppError('reading-too-slow', { seconds: 0.3 }));
  });

  it('that needs more memory than it may ends alone', async () => {
    await expect(runThread(script, { kind: 'hoard' }, { heapMb: 32 })).rejects.toEqual(new AppError('file-too-heavy', { limitMb: 32 }));
  });

  it('is ended at once by its signal, also while it waits to send', async () => {
    const ending = new AbortController();
    const started = Date.now();
    const onMessage = async () => {
      setTimeout(() => ending.abort(new Error('enough')), 50);
      await wait(400);
    };
    await expect(runThread<string, Message>(script, { count: 50 }, { onMessage, signal: ending.signal })).rejects.toThrow('enough');
    expect(Date.now() - started).toBeLessThan(3_000);
  });

  it('fails when a message cannot be handled', async () => {
    const onMessage = () => Promise.reject(new Error('the disk is full'));
    await expect(runThread<string, Message>(script, { count: 3 }, { onMessage })).rejects.toThrow('the disk is full');
  });
});
