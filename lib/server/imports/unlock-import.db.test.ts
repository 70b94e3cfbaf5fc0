import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { agileBook, partlyLockedDocument, whollyLockedDocument } from '@/lib/server/unlocking/locked-book.fixture';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runJobs, uploadedImport } from '@/lib/testing/imports';
import { getImport } from './get-import';
import { previewImport } from './preview-import';
import { unlockImport } from './unlock-import';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
});
afterAll(() => db.close());

async function lockedImport(bytes = agileBook('sésame')): Promise<number> {
  const importId = await uploadedImport(actor, { bytes, name: 'people' });
  await runJobs();
  expect(await getImport(actor, { importId })).toMatchObject({ state: 'failed', error: { code: 'password-protected' } });
  return importId;
}

describe('a locked file', () => {
  it.each([
    ['workbook', agileBook],
    ['document locked part by part', partlyLockedDocument],
    ['document locked as a whole', whollyLockedDocument],
  ])('%s is read once its password was given, which is kept nowhere', async (_, locked) => {
    const importId = await lockedImport(locked('sésame'));
    await unlockImport(actor, { importId, password: 'sésame' });
    await runJobs();
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'read', error: null, reading: { header: ['name', 'town'] } });
    expect((await previewImport(actor, { importId, options: {} })).rows[0]?.cells).toEqual(['Zoë', 'Köln']);
    const tables = await db.ownerQuery(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
      [],
    );
    for (const { name } of tables as { name: string }[]) {
      const [row] = await db.ownerQuery(`SELECT count(*)::int AS found FROM "${name}" AS t WHERE t::text LIKE '%sésame%'`, []);
      expect([name, row]).toEqual([name, { found: 0 }]);
    }
  });

  it('stays as it is after another password', async () => {
    const importId = await lockedImport();
    await expect(unlockImport(actor, { importId, password: 'sesame' })).rejects.toMatchObject({ code: 'wrong-password' });
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'failed', error: { code: 'password-protected' } });
  });
});
