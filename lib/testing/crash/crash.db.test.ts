import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCrashTest } from './run-crash-test';

/** Another moment every time; a failure names its seed, and with FOYER_CRASH_SEED it is had again. */
const seed = Number(process.env.FOYER_CRASH_SEED ?? Date.now() % 1_000_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-crash-'));
  // The database server may run as another user than this process and must be able to enter.
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`an import whose processes are killed at random moments comes to the end of a calm one (seed ${seed})`, async () => {
  expect(await runCrashTest({ folder, seed, rows: 3_000, rounds: 5, limitMs: 25_000 })).toBeGreaterThan(0);
}, 300_000);
