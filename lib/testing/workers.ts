import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { appUrl } from '@/lib/server/database/app-role';
import { env } from '@/lib/server/env';
import type { TestDatabase } from './database';

/** Starts a worker as a process of its own on the database of the test. */
export function startWorker(db: Pick<TestDatabase, 'ownerUrl'>): ChildProcess {
  const url = new URL(appUrl(env()));
  url.pathname = new URL(db.ownerUrl).pathname;
  return spawn(process.execPath, ['bin/foyer.mjs', 'worker'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DATABASE_URL: '', DATABASE_APP_URL: url.href, FOYER_LOG: 'silent' },
  });
}

/** Kills a process as nothing can prevent, also a frozen one, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** What `look` gives as soon as that is not false. Throws when it is not within so many seconds. */
export async function until<T>(what: string, seconds: number, look: () => Promise<T | false>): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(50)) {
    const seen = await look();
    if (seen !== false) return seen;
  }
  throw new Error(`not within ${seconds} s: ${what}`);
}
