import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport, runUndo } from '@/lib/testing/run-import';
import { listRows } from './list-rows';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
});
afterAll(() => db.close());

const store = (...lines: string[]) => runImport(actor, `${lines.join('\n')}\n`);
const digest = () => digestOfContacts(db, actor.institutionId, 'values');
const write = (number: string, change: string) =>
  db.ownerQuery(`UPDATE contact SET version = version + 1, ${change} WHERE institution_id = $1 AND number = $2`, [actor.institutionId, number]);
const contact = async (number: string) => {
  const sql = `SELECT last_name AS name, job_function AS function, town, email1 AS email FROM contact c
    LEFT JOIN contact_address a ON a.contact_id = c.id LEFT JOIN contact_means m ON m.contact_id = c.id WHERE c.institution_id = $1 AND number = $2`;
  return (await db.ownerQuery(sql, [actor.institutionId, number]))[0];
};
/** What is said of the rows of an undo. */
const issues = async (importId: number) => {
  const { rows } = await listRows(actor, { importId });
  return rows.flatMap(({ row, issues: found }) => found.map(({ code, field }) => [row, code, field]));
};

const HEADER = 'CONTACT_NR;LASTNAME;FUNCTION;TOWN;EMAIL1';

describe('what was written since an import', () => {
  beforeEach(() => store(HEADER, '5;Leroy;Chair;Metz;leroy@example.org'));

  it('stays, field by field, while the others go back', async () => {
    const { id } = await store(HEADER, '5;Leroux;Clerk;Nice;');
    await write('5', `job_function = 'Director'`);
    const undo = await runUndo(actor, id);
    expect(undo.counts).toMatchObject({ rows: 1, updated: 1, held: 0 });
    expect(await contact('5')).toEqual({ name: 'Leroy', function: 'Director', town: 'Metz', email: 'leroy@example.org' });
    expect(await issues(undo.id)).toEqual([[2, 'changed-since-import', 'FUNCTION']]);
  });

  it('stays where a later import wrote it, and the row is kept where nothing is left to go back', async () => {
    const { id } = await store(HEADER, '5;Leroux;;;');
    await store(HEADER, '5;Lerouge;;;');
    const undo = await runUndo(actor, id);
    expect(undo).toMatchObject({ balanced: true, counts: { rows: 1, updated: 0, held: 1 } });
    expect((await contact('5'))?.name).toBe('Lerouge');
    expect(await issues(undo.id)).toEqual([[2, 'changed-since-import', 'LASTNAME']]);
    const { rows } = await listRows(actor, { importId: undo.id, bucket: 'held', search: 'leroux' });
    expect(rows).toMatchObject([{ row: 2, cells: ['5', 'Leroux', '', '', ''] }]);
  });

  it('needs nothing more where a person had put it back', async () => {
    const { id } = await store(HEADER, '5;Leroux;;;');
    await write('5', `last_name = 'Leroy'`);
    const undo = await runUndo(actor, id);
    expect(undo).toMatchObject({ balanced: true, counts: { rows: 1, unchanged: 1, held: 0 } });
    expect(await issues(undo.id)).toEqual([]);
  });

  it('keeps a contact that the import created', async () => {
    const { id } = await store(HEADER, '7;Noël;;;', '8;Petit;;;');
    await store(HEADER, '7;;;Lyon;');
    const undo = await runUndo(actor, id);
    expect(undo.counts).toMatchObject({ rows: 2, removed: 1, held: 1 });
    expect((await contact('7'))?.town).toBe('Lyon');
    expect(await contact('8')).toBeUndefined();
    const fields = ['TOWN', 'COUNTRY', 'ADDR_TYPE'].map((field) => [2, 'changed-since-import', field]);
    expect(await issues(undo.id)).toEqual([[2, 'contact-changed-since', null], ...fields.map((each) => expect.arrayContaining(each.slice(0, 2)))]);
  });

  it('does not disturb an undo where contacts are gone by now', async () => {
    const { id } = await store(HEADER, '5;Leroux;;;', '7;Noël;;;');
    for (const part of ['contact_means', 'contact_address'])
      await db.ownerQuery(`DELETE FROM ${part} WHERE institution_id = $1`, [actor.institutionId]);
    await db.ownerQuery('DELETE FROM contact WHERE institution_id = $1', [actor.institutionId]);
    const undo = await runUndo(actor, id);
    expect(undo).toMatchObject({ balanced: true, counts: { rows: 2, unchanged: 2 } });
    expect(await issues(undo.id)).toEqual([
      [2, 'contact-gone', null],
      [3, 'contact-gone', null],
    ]);
  });
});

describe('a structure', () => {
  const SCHOOL = ['OFFICIAL_NAME;LASTNAME;EMAIL1', 'Lycée;Un;un@example.org', 'Lycée;Deux;deux@example.org'];
  const names = async () =>
    (
      await db.ownerQuery<{ name: string }>('SELECT coalesce(official_name, last_name) AS name FROM contact WHERE institution_id = $1 ORDER BY id', [
        actor.institutionId,
      ])
    ).map(({ name }) => name);

  it('goes with its relays, and they come back together', async () => {
    const { id } = await store(...SCHOOL);
    const after = await digest();
    const undo = await runUndo(actor, id);
    expect(undo.counts).toMatchObject({ rows: 2, removed: 2 });
    expect(await names()).toEqual([]);
    expect((await runUndo(actor, undo.id)).counts).toMatchObject({ rows: 2, created: 2 });
    expect(await digest()).toBe(after);
  });

  it('stays where it got other relays since', async () => {
    const { id } = await store(...SCHOOL);
    await store('OFFICIAL_NAME;LASTNAME', 'Lycée;Trois');
    const undo = await runUndo(actor, id);
    expect(undo).toMatchObject({ balanced: true, counts: { rows: 2, removed: 2 } });
    expect(await names()).toEqual(['Lycée', 'Trois']);
    expect(await issues(undo.id)).toEqual([[2, 'structure-in-use', null]]);
  });

  it('stays where some of the relays that came with it do', async () => {
    const { id } = await store(...SCHOOL);
    await runUndo(actor, id, { rows: [[2, 2]] });
    expect(await names()).toEqual(['Lycée', 'Deux']);
  });
});

describe('who came since a contact was removed', () => {
  it.each([
    ['its number', 'CONTACT_NR;LASTNAME', '7;Noël', '7;Another', 'CONTACT_NR'],
    ['its e-mail', 'LASTNAME;EMAIL1', 'Noël;noel@example.org', 'Noël;noel@example.org', 'EMAIL1'],
    ['its name', 'OFFICIAL_NAME;TOWN', 'Lycée;Metz', 'Lycée;Metz', 'OFFICIAL_NAME'],
  ])('keeps %s: no twin comes back', async (_, header, row, another, field) => {
    const { id } = await store(header, row);
    const undo = await runUndo(actor, id);
    await store(header, another);
    const before = await digest();
    const redo = await runUndo(actor, undo.id);
    expect(redo).toMatchObject({ balanced: true, counts: { rows: 1, created: 0, held: 1 } });
    expect(await issues(redo.id)).toEqual([[2, 'taken-since', field]]);
    expect(await digest()).toBe(before);
  });

  it('keeps relays away whose structure does not come back', async () => {
    const { id } = await store('OFFICIAL_NAME;LASTNAME;EMAIL1', 'Lycée;Un;un@example.org', 'Lycée;Deux;deux@example.org');
    const undo = await runUndo(actor, id);
    await store('OFFICIAL_NAME', 'Lycée');
    const redo = await runUndo(actor, undo.id);
    expect(redo).toMatchObject({ balanced: true, counts: { rows: 2, created: 0, held: 2 } });
    expect(await issues(redo.id)).toEqual([
      [2, 'taken-since', 'OFFICIAL_NAME'],
      [2, 'structure-not-back', null],
      [3, 'structure-not-back', null],
    ]);
  });
});
