import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { followImport } from '@/lib/server/imports/follow-import';
import { getImport } from '@/lib/server/imports/get-import';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { confirm, makePlannedImport, runImport } from '@/lib/testing/run-import';
import { kill, startWorker, until } from '@/lib/testing/workers';
import { countWorkers } from './lease';

/** A chunk of applying and a bit. */
const ROWS = 12_000;
const FILE = `LASTNAME;EMAIL1\n${Array.from({ length: ROWS }, (_, at) => `P${at};p${at}@example.org`).join('\n')}\n`;
/** More than any machine needs. */
const SECONDS = 120;

let db: TestDatabase;
let calm: string;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  db = await testDatabase();
  const actor = await makeActor(db);
  await runImport(actor, FILE);
  calm = await digestOfContacts(db, actor.institutionId);
}, 120_000);
beforeEach(() => db.ownerQuery('DELETE FROM pgboss.job'));
afterEach(() => Promise.all(workers.splice(0).map(kill)));
afterAll(() => db.close());

function start(): ChildProcess {
  const child = startWorker(db);
  workers.push(child);
  return child;
}

async function confirmed(actor: Actor): Promise<number> {
  const importId = await makePlannedImport(actor, FILE);
  await confirm(actor, importId);
  return importId;
}

const written = async () => {
  const [row] = await db.ownerQuery<{ count: number }>(
    `SELECT count(*)::int AS count FROM change_result r JOIN import i ON i.id = r.import_id WHERE i.state = 'applying'`,
  );
  return row?.count ?? 0;
};

async function expectCalmEnd(actor: Actor, importId: number): Promise<void> {
  await until('the end', SECONDS, async () => (await followImport(actor, { importId })).state === 'applied');
  expect(await getImport(actor, { importId })).toMatchObject({ balanced: true, error: null, counts: { created: ROWS } });
  expect(await digestOfContacts(db, actor.institutionId)).toBe(calm);
}

describe('several workers on one database', () => {
  it('share the imports of several institutions, and do each once also when one of them is killed', async () => {
    const actors = [await makeActor(db), await makeActor(db), await makeActor(db)];
    const [one] = [start(), start()];
    await until('two workers', SECONDS, async () => (await countWorkers()) === 2);
    const imports = await Promise.all(actors.map(async (actor) => [actor, await confirmed(actor)] as const));
    await until('something written', SECONDS, async () => (await written()) > 0);
    await kill(one as ChildProcess);
    for (const [actor, importId] of imports) await expectCalmEnd(actor, importId);
    expect(await countWorkers()).toBe(1);
  }, 300_000);

  it('see within half a minute that one is frozen, take over from it, and lose nothing when it wakes up', async () => {
    const actor = await makeActor(db);
    const importId = await confirmed(actor);
    const frozen = start();
    await until('the first chunk', SECONDS, async () => (await written()) > 0);
    frozen.kill('SIGSTOP');
    const since = Date.now();
    const hand = async () => (await followImport(actor, { importId })).work;
    expect(await hand()).toMatchObject({ hand: 'working', workers: 1 });
    // Told also while there is no other who could take over.
    await until('it is said', SECONDS, async () => {
      const work = await hand();
      return work?.hand === 'lost' && work.workers === 0;
    });
    expect(Date.now() - since).toBeLessThan(30_000);
    start();
    await expectCalmEnd(actor, importId);
    frozen.kill('SIGCONT');
    await until('both answer', SECONDS, async () => (await countWorkers()) === 2);
    expect(frozen.exitCode).toBeNull();
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'applied', balanced: true });
    expect(await digestOfContacts(db, actor.institutionId)).toBe(calm);
  }, 300_000);
});
