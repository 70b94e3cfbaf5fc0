import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runJobs, uploadedImport } from '@/lib/testing/imports';
import { acceptReading } from './accept-reading';
import { cancelImport } from './cancel-import';
import { createImport } from './create-import';
import { getImport } from './get-import';
import { IMPORTS_PER_PAGE, listImports } from './list-imports';
import { previewImport } from './preview-import';
import { retryImport } from './retry-import';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
});
afterAll(() => db.close());

const create = (fileName: string, environment: 'PP' | 'P' = 'P', who = actor) => createImport(who, { fileName, size: 3, environment });

describe('an import', () => {
  it('begins empty, in the institution of who creates it', async () => {
    const { importId } = await create('members.csv', 'PP');
    expect(await getImport(actor, { importId })).toEqual({
      id: importId,
      environment: 'PP',
      approval: null,
      inactiveRule: null,
      purpose: 'change',
      kind: 'file',
      undoes: null,
      undoneBy: null,
      state: 'uploading',
      fileName: 'members.csv',
      size: 3,
      sha256: null,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      createdByName: 'Somebody',
      reading: null,
      readOptions: {},
      profile: null,
      suggestions: null,
      mapping: null,
      edits: null,
      suggestedEdits: { version: 1, list: [] },
      rules: expect.anything(),
      institutionRules: {},
      progress: null,
      counts: null,
      balanced: null,
      planHash: null,
      error: null,
      appliedAt: null,
      round: 1,
      replannable: 0,
      purgedAt: null,
      sameFileAs: null,
      recipe: null,
      drift: [],
      driftAcceptedAt: null,
    });
    const events = await db.ownerQuery('SELECT action, user_id, institution_id FROM audit_event WHERE subject = $1', [`import:${importId}`]);
    expect(events).toEqual([{ action: 'import.create', user_id: actor.userId, institution_id: actor.institutionId }]);
  });

  it.each([[''], ['   '], ['x'.repeat(256)]])('is not created for the file name %j', async (fileName) => {
    await expect(create(fileName)).rejects.toThrow();
  });

  it('keeps the name of its file out of the store', async () => {
    const importId = await uploadedImport(actor, { name: '../../etc/passwd', bytes: 'A\n1\n' });
    const [file] = await db.ownerQuery<{ key: string }>('SELECT key FROM stored_file f JOIN import i ON i.file_id = f.id WHERE i.id = $1', [
      importId,
    ]);
    expect(file?.key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('names the earlier import that applied the very same bytes to the same environment', async () => {
    const bytes = 'EMAIL1\nada@example.org\n';
    const first = await uploadedImport(actor, { bytes });
    const rehearsed = await uploadedImport(actor, { bytes, environment: 'PP' });
    await db.ownerQuery(`UPDATE import SET state = 'applied', applied_at = '2026-05-03T10:00:00Z' WHERE id IN ($1, $2)`, [first, rehearsed]);
    await uploadedImport(actor, { bytes });
    const again = await uploadedImport(actor, { bytes });
    expect((await getImport(actor, { importId: again })).sameFileAs).toEqual({ importId: first, appliedAt: '2026-05-03T10:00:00.000Z' });
  });

  it('of another institution does not exist, and other bytes of it are not compared with', async () => {
    const stranger = await makeActor(db);
    const bytes = 'EMAIL1\nnoether@example.org\n';
    const importId = await uploadedImport(stranger, { bytes });
    await db.ownerQuery(`UPDATE import SET state = 'applied', applied_at = now() WHERE id = $1`, [importId]);
    for (const act of [
      () => getImport(actor, { importId }),
      () => cancelImport(actor, { importId }),
      () => retryImport(actor, { importId }),
      () => previewImport(actor, { importId, options: {} }),
      () => acceptReading(actor, { importId, options: {} }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'not-found', status: 404 });
    }
    const own = await uploadedImport(actor, { bytes });
    expect((await getImport(actor, { importId: own })).sameFileAs).toBeNull();
  });

  it('may be seen but not moved by an approver', async () => {
    const { importId } = await create('seen.csv');
    const approver: Actor = { ...actor, roles: ['approver'] };
    expect((await getImport(approver, { importId })).fileName).toBe('seen.csv');
    for (const act of [
      () => create('new.csv', 'P', approver),
      () => cancelImport(approver, { importId }),
      () => retryImport(approver, { importId }),
      () => acceptReading(approver, { importId, options: {} }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'forbidden', status: 403 });
    }
  });

  it('whose file has not arrived can be neither shown nor read', async () => {
    const { importId } = await create('coming.csv');
    await expect(previewImport(actor, { importId, options: {} })).rejects.toMatchObject({ code: 'file-not-there' });
    await expect(acceptReading(actor, { importId, options: {} })).rejects.toMatchObject({ code: 'file-not-there' });
  });

  it('is cancelled by one of several who do so at the same time', async () => {
    const { importId: other } = await create('again.csv');
    await Promise.allSettled(Array.from({ length: 4 }, () => cancelImport(actor, { importId: other })));
    const events = await db.ownerQuery(`SELECT FROM audit_event WHERE subject = $1 AND action = 'import.cancel'`, [`import:${other}`]);
    expect(events).toHaveLength(1);
  });

  it('that failed after it was read is planned again', async () => {
    const importId = await uploadedImport(actor, { bytes: 'EMAIL1\nada@example.org\n' });
    await runJobs();
    await db.ownerQuery(
      `UPDATE import SET state = 'failed', mapping = '{"0": "EMAIL1"}', error = '{"code": "unexpected", "params": {}}' WHERE id = $1`,
      [importId],
    );
    await retryImport(actor, { importId });
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'planning', error: null });
    const jobs = await db.ownerQuery(`SELECT name FROM pgboss.job WHERE (data->>'importId')::int = $1 AND state = 'created'`, [importId]);
    expect(jobs.map(({ name }) => name)).toEqual(['plan-import']);
  });
});

describe('the list of imports', () => {
  it('shows pages of the institution, newest first, and how many there are', async () => {
    const lister = await makeActor(db);
    for (let count = 1; count <= IMPORTS_PER_PAGE + 2; count++) await create(`file ${count}.csv`, 'P', lister);
    const first = await listImports(lister);
    expect(first.total).toBe(IMPORTS_PER_PAGE + 2);
    expect(first.items.map(({ fileName }) => fileName).slice(0, 2)).toEqual([`file ${IMPORTS_PER_PAGE + 2}.csv`, `file ${IMPORTS_PER_PAGE + 1}.csv`]);
    const second = await listImports(lister, { page: 2 });
    expect(second.items.map(({ fileName }) => fileName)).toEqual(['file 2.csv', 'file 1.csv']);
    expect(second.items[0]).toMatchObject({ state: 'uploading', environment: 'P', createdByName: 'Somebody', counts: null, error: null });
  });

  it.each<[string, Parameters<typeof listImports>[1], string[]]>([
    ['a part of the name in any case', { search: 'SPRING' }, ['Spring 100%.csv', 'spring.csv']],
    ['signs that mean something to the database', { search: '100%' }, ['Spring 100%.csv']],
    ['the environment', { environment: 'PP' }, ['autumn.csv']],
    ['the state', { state: 'cancelled' }, ['spring.csv']],
    ['nothing that is there', { search: 'winter' }, []],
  ])('can be narrowed by %s', async (_, request, names) => {
    const lister = await makeActor(db);
    const { importId } = await create('spring.csv', 'P', lister);
    await cancelImport(lister, { importId });
    await create('autumn.csv', 'PP', lister);
    await create('Spring 100%.csv', 'P', lister);
    const { items, total } = await listImports(lister, request);
    expect([items.map(({ fileName }) => fileName), total]).toEqual([names, names.length]);
  });
});
