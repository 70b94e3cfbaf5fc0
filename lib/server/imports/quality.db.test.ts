import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makePlannedImport, runImport, runUndo } from '@/lib/testing/run-import';
import { getQuality } from './get-quality';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
});
afterAll(() => db.close());

/** More rows than one thread counts. Every fourth e-mail is none, every second telephone is written otherwise than it is kept. */
const ROWS = 24_000;
const file = [
  'CONTACT_NR;LASTNAME;EMAIL1;TELEPHONE;TOWN',
  ...Array.from({ length: ROWS }, (_, at) =>
    [
      at + 1,
      'Roux',
      at % 4 === 0 ? 'nobody' : `p${at}@example.org`,
      `${at % 2 ? '+33140' : '0140'}${String(at).padStart(6, '0')}`,
      at % 3 === 0 ? 'Metz' : '',
    ].join(';'),
  ),
].join('\n');

describe('the quality of an import', () => {
  it('is counted over all rows while it is planned, and read from the contacts that it wrote', async () => {
    const { id: importId } = await runImport(actor, file);
    const { file: counted, stored } = await getQuality(actor, { importId, stored: true });
    const of = (field: string) => counted?.fields.find((each) => each.field === field);
    expect(counted?.rows).toBe(ROWS);
    expect(of('EMAIL1')).toMatchObject({ filled: ROWS, asWritten: ROWS * 0.75, usable: ROWS * 0.75 });
    expect(Math.abs((of('EMAIL1')?.distinct ?? 0) / (ROWS * 0.75) - 1)).toBeLessThan(0.02);
    expect(of('TELEPHONE')).toMatchObject({ filled: ROWS, asWritten: ROWS / 2, usable: ROWS });
    expect(of('TOWN')).toEqual({ field: 'TOWN', filled: ROWS / 3, asWritten: ROWS / 3, usable: ROWS / 3, distinct: 1 });
    expect(stored?.contacts).toBe(ROWS);
    const [read] = await db.ownerQuery<{ count: number }>('SELECT count(email1)::int AS count FROM contact_means WHERE institution_id = $1', [
      actor.institutionId,
    ]);
    expect(stored?.fields.find(({ field }) => field === 'EMAIL1')).toEqual({ field: 'EMAIL1', filled: read?.count, distinct: null });
    expect(stored?.fields.find(({ field }) => field === 'TOWN')).toMatchObject({ filled: ROWS / 3 });
  }, 120_000);

  it('compares the values of few contacts, and is of no contact once the import is undone', async () => {
    const { id: importId } = await runImport(actor, file.split('\n').slice(0, 13).join('\n'));
    const { stored } = await getQuality(actor, { importId, stored: true });
    expect(stored).toMatchObject({ contacts: 12, fields: expect.arrayContaining([{ field: 'TOWN', filled: 4, distinct: 1 }]) });
    expect(stored?.fields).toContainEqual({ field: 'EMAIL1', filled: 9, distinct: 9 });
    await runUndo(actor, importId);
    expect((await getQuality(actor, { importId, stored: true })).stored).toBeNull();
  });

  it('is known with the plan, before anything is stored', async () => {
    const importId = await makePlannedImport(actor, 'LASTNAME;EMAIL1\nRoux;a@x.org\n');
    expect(await getQuality(actor, { importId, stored: true })).toMatchObject({ file: { rows: 1, fields: { length: 2 } }, stored: null });
  });
});
