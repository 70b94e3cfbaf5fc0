import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { applyImport } from '@/lib/server/imports/apply-import';
import { getUndo } from '@/lib/server/imports/get-undo';
import { listChanges } from '@/lib/server/imports/list-changes';
import { listRows } from '@/lib/server/imports/list-rows';
import { undoImport } from '@/lib/server/imports/undo-import';
import { JobStopped } from '@/lib/server/jobs/job-control';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { approve, confirm, makePlannedImport, runImport, runRemoval, runUndo, undisturbed } from '@/lib/testing/run-import';

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
const digest = () => digestOfContacts(db, actor.institutionId, 'values');

const PEOPLE = file(
  'CONTACT_NR;FIRSTNAME;LASTNAME;BIRTHDATE;EMAIL1;CELLPHONE;LINE1;ZIPCODE;TOWN;CNIL_O;REMARK',
  '5;Ève;Leroy;31.12.1980;leroy@example.org;06 12 34 56 78;1 rue Haute;69001;Lyon;TRUE;calls first',
  '6;Max;Moreau;;moreau@example.org;;2 quai Bas;38000;Grenoble;FALSE;',
  '7;Zoé;Petit;;petit@example.org;;;;;;',
  '8;Noé;Grand;;grand@example.org;;;;;;',
  '9;Lou;Court;;court@example.org;;;;;;',
);

const STANDING = `
  INSERT INTO contact_standing (institution_id, contact_id, sales, balance, open_orders) SELECT institution_id, id, 0, 0, 0 FROM contact WHERE institution_id = $1`;

/** Contacts of a file, about whom the ticketing system knows that there is nothing. */
async function known(content = PEOPLE): Promise<void> {
  await runImport(actor, content);
  await db.ownerQuery(STANDING, [actor.institutionId]);
}

interface Row {
  number: string;
  status: string;
  inactive_reason: string | null;
  erasure: string | null;
  first_name: string | null;
  last_name: string | null;
  birth_date: string | null;
  remark: string | null;
  search_name: string | null;
  town: string | null;
  line1: string | null;
  email1: string | null;
  login: boolean | null;
  cnil_o: boolean | null;
}

const contact = async (number: string): Promise<Row | undefined> =>
  (
    await db.ownerQuery<Row>(
      `SELECT number, status, inactive_reason, erasure, first_name, last_name, birth_date::text, remark, search_name, town, line1, email1, login, cnil_o
       FROM contact c LEFT JOIN contact_address a ON a.contact_id = c.id LEFT JOIN contact_means m ON m.contact_id = c.id
       LEFT JOIN contact_authorizations z ON z.contact_id = c.id WHERE c.institution_id = $1 AND number = $2`,
      [actor.institutionId, number],
    )
  )[0];

const removal = (...rows: string[]) => file('INSTITUTION;OPERATION;CONTACT_NR', ...rows.map((row) => `;${row}`));
const codesOf = async (importId: number) =>
  db.ownerQuery<{ row: number | null; code: string }>(
    'SELECT row, code FROM import_issue WHERE import_id = $1 AND row IS NOT NULL ORDER BY row, code',
    [importId],
  );

describe('a removal that is carried out', () => {
  it('does to each contact what its operation says, and the ledger adds up', async () => {
    await known();
    const { counts, balanced } = await runRemoval(actor, removal('INVALIDATE;5', 'DELETE;6', 'ANONYMIZE;7', 'DROP;8', 'DROP;4'));
    expect(counts).toMatchObject({ rows: 5, updated: 3, removed: 1, refused: 1 });
    expect(balanced).toBe(true);
    expect(await contact('5')).toMatchObject({
      ...{ status: 'inactive', inactive_reason: 'ACCOUNT_DELETED', erasure: null, login: false },
      ...{ first_name: 'Ève', birth_date: '1980-12-31', email1: 'leroy@example.org', line1: '1 rue Haute', cnil_o: true },
    });
    expect(await contact('6')).toMatchObject({
      status: 'active',
      erasure: 'DELETE',
      last_name: 'Moreau',
      email1: null,
      login: null,
      town: null,
      cnil_o: false,
    });
    expect(await contact('7')).toMatchObject({
      ...{ status: 'inactive', inactive_reason: 'ACCOUNT_DELETED', erasure: 'ANONYMIZE', first_name: null, last_name: 'XXXXXXXX' },
      ...{ remark: 'Contact anonymized', search_name: expect.stringMatching(/xxxxxxxx/i), email1: null },
    });
    expect(await contact('8')).toBeUndefined();
    expect(await contact('9')).toMatchObject({ status: 'active', login: true });
    expect(await db.ownerQuery('SELECT FROM contact_standing WHERE institution_id = $1', [actor.institutionId])).toHaveLength(4);
  });

  it('keeps country, town and postcode of who is anonymized', async () => {
    await known();
    await runRemoval(actor, removal('ANONYMIZE;5'));
    expect(await contact('5')).toMatchObject({ town: 'Lyon', line1: null, birth_date: null, cnil_o: null });
  });

  it('is not confirmed by the person who brought it', async () => {
    await known();
    const importId = await makePlannedImport(actor, removal('DROP;5'), { purpose: 'removal' });
    await expect(confirm(actor, importId)).rejects.toMatchObject({ code: 'needs-approval' });
    expect(await contact('5')).toBeDefined();
  });

  it('says of each change what it does', async () => {
    await known();
    const importId = await makePlannedImport(actor, removal('INVALIDATE;5', 'DROP;8'), { purpose: 'removal' });
    const stored = await db.ownerQuery('SELECT row, kind, operation FROM plan_change WHERE import_id = $1 ORDER BY row', [importId]);
    expect(stored).toEqual([
      { row: 2, kind: 'update', operation: 'INVALIDATE' },
      { row: 3, kind: 'remove', operation: 'DROP' },
    ]);
    const { changes } = await listChanges(actor, { importId });
    expect(changes.map(({ name, contactNumber }) => [contactNumber, name])).toEqual([
      ['5', 'Ève Leroy'],
      ['8', 'Noé Grand'],
    ]);
    expect((await listRows(actor, { importId })).rows.map(({ bucket }) => bucket)).toEqual(['updated', 'removed']);
  });

  it('leaves alone whom somebody wrote to, or who bought something, since it was planned', async () => {
    await known();
    const importId = await makePlannedImport(actor, removal('INVALIDATE;5', 'ANONYMIZE;6', 'DROP;7', 'DROP;8', 'DELETE;9'), { purpose: 'removal' });
    await runImport(actor, file('CONTACT_NR;REMARK', '5;new', '7;new'));
    await db.ownerQuery(
      `UPDATE contact_standing SET sales = 1, changed_at = now() FROM contact c WHERE c.id = contact_id AND c.institution_id = $1 AND number IN ('6', '8')`,
      [actor.institutionId],
    );
    await approve(actor, importId);
    await applyImport({ institutionId: actor.institutionId, importId }, undisturbed());
    expect(await codesOf(importId)).toEqual([2, 3, 4, 5].map((row) => ({ row, code: 'contact-changed' })));
    expect(await contact('6')).toMatchObject({ last_name: 'Moreau', status: 'active' });
    expect(await contact('8')).toBeDefined();
    expect(await contact('9')).toMatchObject({ email1: null });
  });

  it('comes to the same end when its worker is killed half-way, however often', async () => {
    const CHUNK = 10_000;
    const many = CHUNK + 50;
    const rows = Array.from({ length: many }, (_, at) => `${at + 1};Person ${String.fromCharCode(65 + (at % 26))}`);
    const removed = removal(...rows.map((row, at) => `${['INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP'][at % 4]};${row.split(';')[0]}`));
    await known(file('CONTACT_NR;LASTNAME;EMAIL1', ...rows.map((row, at) => `${row};p${at}@x.org`)));
    const importId = await makePlannedImport(actor, removed, { purpose: 'removal' });
    await approve(actor, importId);
    let chunks = 0;
    const killed = {
      ...undisturbed(),
      checkpoint: async () => {
        if (chunks++ === 1) throw new JobStopped('stopping');
      },
    };
    const job = { institutionId: actor.institutionId, importId };
    await expect(applyImport(job, killed)).rejects.toThrow(JobStopped);
    const [done] = await db.ownerQuery<{ count: number }>('SELECT count(*)::int FROM change_result WHERE import_id = $1', [importId]);
    expect(done?.count).toBe(CHUNK);
    await applyImport(job, undisturbed());
    const interrupted = await digest();
    const other = await makeActor(db, { role: 'manager' });
    actor = other;
    await known(file('CONTACT_NR;LASTNAME;EMAIL1', ...rows.map((row, at) => `${row};p${at}@x.org`)));
    await runRemoval(other, removed);
    expect(interrupted).toBe(await digest());
  }, 120_000);
});

describe('a sign-in', () => {
  it('ends with its contact, goes to who shares the e-mail, and comes back with an undo', async () => {
    await known(file('CONTACT_NR;LASTNAME;EMAIL1', '5;Leroy;home@example.org', '6;Leroy;home@example.org'));
    const before = await digest();
    expect([(await contact('5'))?.login, (await contact('6'))?.login]).toEqual([true, false]);
    const { id } = await runRemoval(actor, removal('INVALIDATE;5'));
    expect([(await contact('5'))?.login, (await contact('6'))?.login]).toEqual([false, true]);
    await runUndo(actor, id);
    expect([(await contact('5'))?.login, (await contact('6'))?.login]).toEqual([true, false]);
    expect(await digest()).toBe(before);
  });

  it('comes back with the contact that is reactivated, unless somebody else has it', async () => {
    await known(file('CONTACT_NR;LASTNAME;EMAIL1', '5;Leroy;home@example.org', '6;Petit;petit@example.org'));
    await runRemoval(actor, removal('INVALIDATE;5', 'INVALIDATE;6'));
    await runImport(actor, file('CONTACT_NR;LASTNAME;EMAIL1', '7;Young;petit@example.org'));
    expect((await contact('7'))?.login).toBe(true);
    const { counts } = await runRemoval(actor, removal('UPDATEACT;5', 'UPDATEACT;6'));
    expect(counts).toMatchObject({ updated: 2 });
    expect(await contact('5')).toMatchObject({ status: 'active', inactive_reason: null, login: true });
    expect(await contact('6')).toMatchObject({ status: 'active', login: false });
  });
});

describe('an undo of a removal', () => {
  it('brings back exactly what INVALIDATE and UPDATEACT changed', async () => {
    await known();
    const before = await digest();
    const { id } = await runRemoval(actor, removal(...['5', '6', '7', '8', '9'].map((number) => `INVALIDATE;${number}`)));
    const invalid = await digest();
    expect(await getUndo(actor, { importId: id })).toMatchObject({ updated: 5 });
    const undo = await runUndo(actor, id);
    expect(await digest()).toBe(before);
    expect(undo.counts).toMatchObject({ updated: 5, held: 0 });
    // To do it again takes an approval of its own: its file is brought again.
    await runRemoval(actor, removal(...['5', '6', '7', '8', '9'].map((number) => `INVALIDATE;${number}`)));
    expect(await digest()).toBe(invalid);
    const back = await runRemoval(actor, removal('UPDATEACT;5', 'UPDATEACT;6', 'UPDATEACT;7', 'UPDATEACT;8', 'UPDATEACT;9'));
    expect(await digest()).toBe(before);
    await runUndo(actor, back.id);
    expect(await digest()).toBe(invalid);
  });

  it('is refused where nothing was kept, and not offered', async () => {
    await known();
    const { id } = await runRemoval(actor, removal('ANONYMIZE;5', 'DELETE;6', 'DROP;7'));
    expect(await getUndo(actor, { importId: id })).toBeNull();
    await expect(undoImport(actor, { importId: id })).rejects.toMatchObject({ code: 'undo-irreversible' });
  });

  it('takes back what can be and holds the rest, saying so', async () => {
    await known();
    const { id } = await runRemoval(actor, removal('INVALIDATE;5', 'ANONYMIZE;6', 'DROP;7'));
    expect(await getUndo(actor, { importId: id })).toMatchObject({ created: 0, updated: 1, removed: 0 });
    const undo = await runUndo(actor, id);
    expect(undo.counts).toMatchObject({ rows: 3, updated: 1, held: 2 });
    expect(await codesOf(undo.id)).toEqual([3, 4].map((row) => ({ row, code: 'not-reversible' })));
    expect(await contact('5')).toMatchObject({ status: 'active', login: true });
    expect(await contact('6')).toMatchObject({ last_name: 'XXXXXXXX', status: 'inactive' });
    expect(await contact('7')).toBeUndefined();
  });

  it('of the import that made a contact does not touch what was erased of it since', async () => {
    const { id } = await runImport(actor, PEOPLE);
    await db.ownerQuery(STANDING, [actor.institutionId]);
    await runRemoval(actor, removal('ANONYMIZE;5', 'DELETE;6'));
    const undo = await runUndo(actor, id);
    expect(undo.counts).toMatchObject({ rows: 5, removed: 3, held: 2 });
    expect(await codesOf(undo.id)).toEqual([2, 3].map((row) => ({ row, code: 'erased-person' })));
    expect(await contact('5')).toMatchObject({ last_name: 'XXXXXXXX' });
  });
});
