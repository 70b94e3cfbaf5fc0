import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { env } from '@/lib/server/env';
import { cancelImport } from '@/lib/server/imports/cancel-import';
import { createImport } from '@/lib/server/imports/create-import';
import { getImport, type ImportDetail } from '@/lib/server/imports/get-import';
import { fileStore } from '@/lib/server/storage/file-store';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { kill, startWorker, until } from '@/lib/testing/workers';
import { countWorkers } from './lease';
import { enqueue } from './queue';

let db: TestDatabase;
let actor: Actor;
const children: ChildProcess[] = [];
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => kill(child)));
});
afterAll(() => db.close());

function worker(): ChildProcess {
  const child = startWorker(db);
  children.push(child);
  return child;
}

/** An import whose file has arrived, with `rows` rows, queued to be read. */
async function arrived(rows: number, who = actor): Promise<number> {
  const { importId } = await createImport(who, { fileName: 'members.csv', size: 1, environment: 'P' });
  const [file] = await db.ownerQuery<{ key: string }>(
    `UPDATE stored_file SET completed_at = now(), sha256 = repeat('0', 64) WHERE id = (SELECT file_id FROM import WHERE id = $1) RETURNING key`,
    [importId],
  );
  const path = join(env().dataDir, `arrived-${importId}`);
  const line = (row: number) => `person${row}@example.org;Name ${row};Town ${row % 977};${'filler '.repeat(20)}${row}\n`;
  writeFileSync(path, `EMAIL1;LASTNAME;TOWN;REMARK\n${Array.from({ length: rows }, (_, row) => line(row)).join('')}`);
  await fileStore().take(file?.key ?? '', path);
  await db.ownerQuery(`UPDATE import SET state = 'reading' WHERE id = $1`, [importId]);
  await enqueue('read-import', { institutionId: who.institutionId, importId });
  return importId;
}

const inState = (importId: number, state: ImportDetail['state'], seconds = 20) =>
  until(`import in the state ${state}`, seconds, async () => {
    const detail = await getImport(actor, { importId });
    return detail.state === state && detail;
  });

const underWay = (importId: number) =>
  until('progress', 20, async () => {
    const detail = await getImport(actor, { importId });
    return detail.progress !== null && detail;
  });

const jobStates = async (importId: number) =>
  (await db.ownerQuery<{ state: string }>(`SELECT state FROM pgboss.job WHERE (data->>'importId')::int = $1 ORDER BY created_on`, [importId])).map(
    ({ state }) => state,
  );

describe('a worker', () => {
  it('takes up a job and is seen to live, until it is killed', async () => {
    expect(await countWorkers()).toBe(0);
    const importId = await arrived(3);
    const child = worker();
    const read = await inState(importId, 'read');
    expect(read).toMatchObject({ error: null });
    expect(await countWorkers()).toBe(1);
    expect(read.profile?.map(({ header, filled, rows }) => [header, filled, rows])).toEqual([
      ['EMAIL1', 3, 3],
      ['LASTNAME', 3, 3],
      ['TOWN', 3, 3],
      ['REMARK', 3, 3],
    ]);
    await kill(child);
    await until('no worker', 5, async () => (await countWorkers()) === 0);
  });

  it('that is killed in the middle of a job leaves it to another, who begins within seconds', async () => {
    const importId = await arrived(300_000);
    const first = worker();
    await underWay(importId);
    await kill(first);
    expect((await getImport(actor, { importId })).state).toBe('reading');
    worker();
    await until('another worker', 30, async () => (await countWorkers()) > 0);
    const started = Date.now();
    await until(
      'the job begun again',
      15,
      async () => (await jobStates(importId)).includes('retry') || (await getImport(actor, { importId })).state === 'read',
    );
    expect(Date.now() - started).toBeLessThan(10_000);
    const read = await inState(importId, 'read', 30);
    expect(read.profile?.[0]?.rows).toBe(300_000);
  });

  it('that is told to end stops at a checkpoint, gives the job back and ends by itself', async () => {
    const importId = await arrived(300_000);
    const first = worker();
    await underWay(importId);
    first.kill('SIGTERM');
    const [status] = await once(first, 'exit');
    expect(status).toBe(0);
    expect((await getImport(actor, { importId })).state).toBe('reading');
    expect(await jobStates(importId)).toEqual(['created']);
    worker();
    await inState(importId, 'read', 30);
  });

  it('stops working on an import that is cancelled', async () => {
    const importId = await arrived(300_000);
    worker();
    await underWay(importId);
    await cancelImport(actor, { importId });
    await until('the job ended', 30, async () => (await jobStates(importId))[0] === 'completed');
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'cancelled', profile: null });
  });

  it('finds an import in work that has no job, and one whose job was given up', async () => {
    const without = await arrived(2);
    const givenUp = await arrived(2);
    await db.ownerQuery(`DELETE FROM pgboss.job WHERE (data->>'importId')::int = $1`, [without]);
    await db.ownerQuery(`UPDATE pgboss.job SET state = 'failed', completed_on = now() - interval '1 hour' WHERE (data->>'importId')::int = $1`, [
      givenUp,
    ]);
    await db.ownerQuery(`UPDATE import SET updated_at = now() - interval '1 hour'`);
    worker();
    await inState(without, 'read');
    expect(await inState(givenUp, 'failed')).toMatchObject({ error: { code: 'worker-lost' } });
  });
});
