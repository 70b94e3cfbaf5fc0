import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport, runUndo } from '@/lib/testing/run-import';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
});
afterAll(() => db.close());

const file = (...lines: string[]) => `${lines.join('\n')}\n`;
const store = (...lines: string[]) => runImport(actor, file(...lines));
const digest = () => digestOfContacts(db, actor.institutionId, 'values');

describe('an import that is undone', () => {
  it('leaves what was there before, and is there again when the undo is undone', async () => {
    await store('CONTACT_NR;LASTNAME;FUNCTION;EMAIL1;TOWN', '5;Leroy;Chair;leroy@example.org;Metz', '6;Moreau;Clerk;;Nice');
    const before = await digest();
    const done = await store(
      'CONTACT_NR;LASTNAME;FUNCTION;EMAIL1;TOWN;OFFICIAL_NAME',
      '5;;=;other@example.org;Lyon;',
      ';Noël;;noel@example.org;;',
      ';Petit;;;;Lycée',
    );
    expect(done.counts).toMatchObject({ created: 2, updated: 1 });
    const after = await digest();
    const undo = await runUndo(actor, done.id);
    expect(undo).toMatchObject({ state: 'applied', balanced: true });
    expect(undo.counts).toMatchObject({ rows: 3, removed: 2, updated: 1 });
    expect(await digest()).toBe(before);
    const redo = await runUndo(actor, undo.id);
    expect(redo.counts).toMatchObject({ rows: 3, created: 2, updated: 1 });
    expect(await digest()).toBe(after);
  });
});
