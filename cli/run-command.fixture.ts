import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { env } from '@/lib/server/env';
import type { TestDatabase } from '@/lib/testing/database';

export interface CommandEnd {
  status: number | null;
  stdout: string;
  stderr: string;
}

const settings = (db: Pick<TestDatabase, 'ownerUrl'>) => {
  const { dataDir, secret } = env();
  // biome-ignore lint/style/noProcessEnv: handed on to the child, not read
  return { ...process.env, DATABASE_URL: db.ownerUrl, FOYER_DATA: dataDir, FOYER_SECRET: secret, FOYER_LOG: 'silent' };
};

/** Runs `foyer` with these arguments as a process of its own, on the database of the test. */
export function runFoyer(db: Pick<TestDatabase, 'ownerUrl'>, ...args: string[]): CommandEnd {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/foyer.mjs', ...args], {
    encoding: 'utf8',
    timeout: 50_000,
    env: settings(db),
  });
  return { status, stdout, stderr };
}

/** The same, and presses Ctrl-C as soon as `isTime`. */
export async function interruptFoyer(db: Pick<TestDatabase, 'ownerUrl'>, isTime: () => Promise<boolean>, ...args: string[]): Promise<CommandEnd> {
  const child = spawn(process.execPath, ['bin/foyer.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: settings(db) });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (text) => (printed[name] += String(text)));
  const ended = once(child, 'exit');
  while (child.exitCode === null && !(await isTime())) await wait(20);
  child.kill('SIGINT');
  const [status] = await ended;
  return { status: status as number | null, ...printed };
}

/** A file of this name with this content, in a folder of its own; gives its path. */
export function fileOf(name: string, content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'foyer-cli-')), name);
  writeFileSync(path, content);
  return path;
}
