import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { appUrl } from '@/lib/server/database/app-role';
import { env } from '@/lib/server/env';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { confirm, makePlannedImport, runImport } from '@/lib/testing/run-import';
import { getImport } from './get-import';

/** Several chunks of applying, so that there is a middle to be killed in. */
const ROWS = 40_000;
const SECONDS = 60;

let db: TestDatabase;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  db = await testDatabase();
});
afterEach(() => Promise.all(workers.map(kill)));
afterAll(() => db.close());

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}

function startWorker(): ChildProcess {
  const url = new URL(appUrl(env()));
  url.pathname = new URL(db.ownerUrl).pathname;
  const variables = { ...process.env, DATABASE_URL: '', DATABASE_APP_URL: url.href, FOYER_LOG: 'error' };
  const worker = spawn(process.execPath, ['bin/foyer.mjs', 'worker'], { stdio: ['ignore', 'inherit', 'inherit'], env: variables });
  workers.push(worker);
  return worker;
}

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + SECONDS * 1000; Date.now() < end; await wait(20)) if (await look()) return;
  throw new Error(`not within ${SECONDS} s: ${what}`);
}

const people = Array.from({ length: ROWS }, (_, at) => (at % 4 ? `;P${at};p${at}@example.org` : `School ${at % 70};R${at};r${at}@example.org`));
const FILE = `OFFICIAL_NAME;LASTNAME;EMAIL1\n${people.join('\n')}\n`;

it('an import whose worker is killed while it applies comes to the same end as an undisturbed one', async () => {
  const [disturbed, calm] = [await makeActor(db), await makeActor(db)];
  const whole = await runImport(calm, FILE);
  const importId = await makePlannedImport(disturbed, FILE);
  await confirm(disturbed, importId);
  const results = async () => {
    const [row] = await db.ownerQuery<{ count: number }>('SELECT count(*)::int AS count FROM change_result WHERE import_id = $1', [importId]);
    return row?.count ?? 0;
  };

  const first = startWorker();
  await until('the first chunk', async () => (await results()) > 0);
  await kill(first);
  const done = await results();
  expect(done).toBeLessThan(ROWS);
  expect((await getImport(disturbed, { importId })).state).toBe('applying');

  startWorker();
  await until('the end', async () => (await getImport(disturbed, { importId })).state === 'applied');
  const { counts, balanced } = await getImport(disturbed, { importId });
  expect(counts).toEqual(whole.counts);
  expect(balanced).toBe(true);
  expect(await digestOfContacts(db, disturbed.institutionId)).toBe(await digestOfContacts(db, calm.institutionId));
}, 240_000);
