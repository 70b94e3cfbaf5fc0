import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const PEOPLE = `LASTNAME;FIRSTNAME;EMAIL1;ZIPCODE;TOWN;CNIL_O
Martin;Léa;lea.martin@example.org;01000;Bourg;TRUE
Noël;Ann;ann@example.org;75011;Paris;FALSE
;;;;;TRUE
`;

describe('a small file', () => {
  it('becomes contacts, with a ledger that adds up', async () => {
    actor = await makeActor(db);
    const done = await runImport(actor, PEOPLE);
    expect(done.state).toBe('applied');
    expect(done.counts).toEqual({ rows: 3, created: 2, updated: 0, unchanged: 0, merged: 0, held: 0, refused: 1, not_imported: 0 });
    expect(done.balanced).toBe(true);
    const contacts = await db.ownerQuery('SELECT number, last_name, kind FROM contact WHERE institution_id = $1 ORDER BY id', [actor.institutionId]);
    expect(contacts).toEqual([
      { number: '1', last_name: 'Martin', kind: 'individual' },
      { number: '2', last_name: 'Noël', kind: 'individual' },
    ]);
  });

  it('changes nothing when it is imported again', async () => {
    const again = await runImport(actor, PEOPLE);
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2, refused: 1 });
  });
});
