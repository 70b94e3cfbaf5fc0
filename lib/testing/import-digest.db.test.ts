import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './database';
import { makeActor } from './factories';
import { digestOfImport, type ImportDigest } from './import-digest';
import { runImport } from './run-import';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const FILE = 'LASTNAME;EMAIL1;TOWN;BIRTHDATE\nAubert;a@example.org;Lyon;31.02.1980\nBérard;b@example.org;Metz;\nColin;c@example.org;Nice;\n';

const OF = 'institution_id = $1 AND import_id = $2';
const COLIN = `(SELECT id FROM contact WHERE institution_id = $1 AND last_name = 'Colin')`;

/** What an import that was interrupted badly could leave, and where it is to be seen. $1 is the institution, $2 the import. */
const DEFECTS: [defect: string, sql: string, seen: (keyof ImportDigest)[]][] = [
  ['a contact is lost', `DELETE FROM contact WHERE id = ${COLIN} AND $2::int > 0`, ['contacts', 'changes', 'results']],
  [
    'a contact is there twice',
    `INSERT INTO contact (institution_id, environment, number, kind, last_name)
     SELECT institution_id, environment, number || '0', kind, last_name FROM contact WHERE id = ${COLIN} AND $2::int > 0`,
    ['contacts'],
  ],
  ['a number is another', `UPDATE contact SET number = number || '0' WHERE id = ${COLIN} AND $2::int > 0`, ['contacts', 'changes', 'results']],
  ['a contact was written twice', `UPDATE contact SET version = version + 1 WHERE id = ${COLIN} AND $2::int > 0`, ['contacts']],
  ['an address is lost', `DELETE FROM contact_address WHERE contact_id = ${COLIN} AND $2::int > 0`, ['contacts']],
  ['an e-mail lost its sign-in', `UPDATE contact_means SET login = false WHERE contact_id = ${COLIN} AND $2::int > 0`, ['contacts']],
  ['a result is lost', `DELETE FROM change_result WHERE ${OF} AND row = 4`, ['results']],
  ['a result is another', `UPDATE change_result SET outcome = 'conflict' WHERE ${OF} AND row = 4`, ['results']],
  [
    'an issue is told twice',
    `INSERT INTO import_issue (institution_id, import_id, row, "column", field, code, level, params)
     SELECT institution_id, import_id, row, "column", field, code, level, params FROM import_issue WHERE ${OF} AND code = 'bad-date'`,
    ['issues'],
  ],
  ['a row is lost', `DELETE FROM import_row WHERE ${OF} AND row = 4`, ['rows']],
  ['a row is in another bucket', `UPDATE import_row SET bucket = 'held' WHERE ${OF} AND row = 4`, ['rows']],
  ['a change is lost', `DELETE FROM plan_change WHERE ${OF} AND row = 4`, ['changes']],
  [
    'the ledger says something else',
    `UPDATE import SET counts = jsonb_set(counts, '{created}', '2') WHERE institution_id = $1 AND id = $2`,
    ['import'],
  ],
  [
    'numbers were given out for nothing',
    'UPDATE contact_number_sequence SET next = next + 1 WHERE institution_id = $1 AND $2::int > 0',
    ['sequence'],
  ],
];

describe('the digest of an import', () => {
  it('is that of every run of the same file', async () => {
    const [one, other] = [await makeActor(db), await makeActor(db)];
    const digests = [];
    for (const actor of [one, other]) digests.push(await digestOfImport(db, actor.institutionId, (await runImport(actor, FILE)).id));
    expect(digests[0]).toEqual(digests[1]);
  });

  it.each(DEFECTS)('shows that %s', async (_, sql, seen) => {
    const { institutionId, ...actor } = await makeActor(db);
    const { id } = await runImport({ institutionId, ...actor }, FILE);
    const before = await digestOfImport(db, institutionId, id);
    await db.ownerQuery(sql, [institutionId, id]);
    const after = await digestOfImport(db, institutionId, id);
    expect(Object.keys(before).filter((part) => before[part as keyof ImportDigest] !== after[part as keyof ImportDigest])).toEqual(seen);
  });
});
