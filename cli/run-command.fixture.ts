import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from '@/lib/server/env';
import type { TestDatabase } from '@/lib/testing/database';

export interface CommandEnd {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `foyer` with these arguments as a process of its own, on the database of the test. */
export function runFoyer(db: Pick<TestDatabase, 'ownerUrl'>, ...args: string[]): CommandEnd {
  const { dataDir, secret } = env();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/foyer.mjs', ...args], {
    encoding: 'utf8',
    timeout: 50_000,
    // biome-ignore lint/style/noProcessEnv: handed on to the child, not read
    env: { ...process.env, DATABASE_URL: db.ownerUrl, FOYER_DATA: dataDir, FOYER_SECRET: secret, FOYER_LOG: 'silent' },
  });
  return { status, stdout, stderr };
}

/** A file of this name with this content, in a folder of its own; gives its path. */
export function fileOf(name: string, content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'foyer-cli-')), name);
  writeFileSync(path, content);
  return path;
}
