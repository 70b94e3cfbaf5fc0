import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { changeRemovalPolicy } from '@/lib/server/institutions/change-removal-policy';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makePlannedImport, runImport, runRemoval } from '@/lib/testing/run-import';
import { getRemovalSummary } from './get-removal-summary';

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

const STANDING = `
  INSERT INTO contact_standing (institution_id, contact_id, sales, balance, open_orders)
  SELECT institution_id, id, 0, 0, 0 FROM contact WHERE institution_id = $1`;

async function known(...lines: string[]): Promise<void> {
  await runImport(actor, file(...lines));
  await db.ownerQuery(STANDING, [actor.institutionId]);
}

const plan = (...rows: string[]) => makePlannedImport(actor, file('OPERATION;CONTACT_NR', ...rows), { purpose: 'removal' });

/** Each row with its bucket and why. */
const told = async (importId: number) =>
  (
    await db.ownerQuery<{ told: string }>(
      `SELECT concat_ws(' ', r.row, r.bucket, (SELECT string_agg(code, ' ' ORDER BY code) FROM import_issue i WHERE i.import_id = r.import_id AND i.row = r.row)) AS told
       FROM import_row r WHERE r.import_id = $1 ORDER BY r.row`,
      [importId],
    )
  ).map((row) => row.told);

const SCHOOL = ['CONTACT_NR;OFFICIAL_NAME;LASTNAME;EMAIL1', '11;School;Cole;cole@x.org', '12;School;Dahl;dahl@x.org'];

/** A school with two relays, 11 and 12; gives the school's number. */
async function school(): Promise<string> {
  await known(...SCHOOL);
  const [found] = await db.ownerQuery<{ number: string }>("SELECT number FROM contact WHERE institution_id = $1 AND kind = 'structure'", [
    actor.institutionId,
  ]);
  return found?.number ?? '';
}

describe('structures and their relays', () => {
  it.each<[string, (school: string) => string[], string[]]>([
    ['a structure stays while it has relays', (s) => [`DROP;${s}`], ['2 held structure-has-relays']],
    ['one relay of two goes', () => ['ANONYMIZE;11'], ['2 updated']],
    ['the last does not', () => ['ANONYMIZE;11', 'INVALIDATE;12'], ['2 held last-relay', '3 held last-relay']],
    ['all go together', (s) => ['DROP;11', 'DROP;12', `DROP;${s}`], ['2 removed', '3 removed', '4 removed']],
    ['in any order where nothing is dropped', (s) => [`INVALIDATE;${s}`, 'INVALIDATE;11', 'ANONYMIZE;12'], ['2 updated', '3 updated', '4 updated']],
    [
      'dropped ones before their structure',
      (s) => [`DROP;${s}`, 'DROP;11', 'DROP;12'],
      ['2 held relays-further-down', '3 held last-relay', '4 held last-relay'],
    ],
    [
      'none where one of them is held',
      (s) => ['DROP;11', 'INVALIDATE;12', `DROP;${s}`, `DROP;${s}`],
      ['2 held last-relay', '3 held last-relay', '4 held structure-has-relays', '5 held first-row-refused'],
    ],
    [
      'information of a structure and of its last relays is erased',
      (s) => [`DELETE;${s}`, 'DELETE;11', 'DELETE;12'],
      ['2 unchanged', '3 updated', '4 updated'],
    ],
  ])('%s', async (_, rows, expected) => {
    const number = await school();
    await db.ownerQuery("DELETE FROM contact_means WHERE contact_id IN (SELECT id FROM contact WHERE institution_id = $1 AND kind = 'structure')", [
      actor.institutionId,
    ]);
    expect(await told(await plan(...rows(number)))).toEqual(expected);
  });

  it('are dropped, all of them', async () => {
    const number = await school();
    const { counts, balanced } = await runRemoval(actor, file('OPERATION;CONTACT_NR', 'DROP;11', 'DROP;12', `DROP;${number}`));
    expect([counts?.removed, balanced]).toEqual([3, true]);
    expect(await db.ownerQuery('SELECT FROM contact WHERE institution_id = $1', [actor.institutionId])).toEqual([]);
  });
});

const PEOPLE = ['CONTACT_NR;LASTNAME', ...Array.from({ length: 20 }, (_, at) => `${at + 1};Person ${String.fromCharCode(65 + at)}`)];
const drops = (count: number) => Array.from({ length: count }, (_, at) => `INVALIDATE;${at + 1}`);

describe('the ceiling', () => {
  it.each([
    ['of one in ten, as long as nobody decided', {}, 2, 3],
    ['of a share', { removalCeilingPercent: 25 }, 5, 6],
    ['of a number', { removalCeilingPercent: 100, removalCeilingNumber: 4 }, 4, 5],
    ['of nobody', { removalCeilingPercent: 0 }, 0, 1],
    ['of everybody', { removalCeilingPercent: 100 }, 20, null],
  ])('%s stops what is above it, and the plan says so', async (_, settings, under, over) => {
    await known(...PEOPLE);
    await changeRemovalPolicy({ ...actor, roles: ['administrator'] }, settings);
    if (under > 0) {
      const importId = await plan(...drops(under));
      expect((await getRemovalSummary(actor, { importId })).ceiling.exceeded).toBe(false);
      expect(await told(importId)).toHaveLength(under);
    }
    if (over === null) return;
    const importId = await plan(...drops(over));
    expect(await getRemovalSummary(actor, { importId })).toMatchObject({ total: over, shareOfBase: over / 20, ceiling: { exceeded: true } });
    const [found] = await db.ownerQuery('SELECT params FROM import_issue WHERE import_id = $1 AND row IS NULL AND code = $2', [
      importId,
      'over-the-ceiling',
    ]);
    expect(found?.params).toMatchObject({ count: over, total: 20 });
  });

  it('does not count who is only reactivated', async () => {
    await known(...PEOPLE);
    await changeRemovalPolicy({ ...actor, roles: ['administrator'] }, { removalCeilingPercent: 100 });
    await runRemoval(actor, file('OPERATION;CONTACT_NR', ...drops(20)));
    await changeRemovalPolicy({ ...actor, roles: ['administrator'] }, { removalCeilingPercent: 0 });
    const importId = await plan(...drops(20).map((row) => row.replace('INVALIDATE', 'UPDATEACT')));
    expect(await getRemovalSummary(actor, { importId })).toMatchObject({ total: 20, shareOfBase: 0, ceiling: { exceeded: false } });
  });
});

describe('the summary of a removal', () => {
  it('counts contacts by operation and rows by what holds them', async () => {
    await known(...PEOPLE);
    await db.ownerQuery(
      `UPDATE contact_standing SET sales = 2, balance = -5 FROM contact c WHERE c.id = contact_id AND c.institution_id = $1 AND number IN ('1', '2')`,
      [actor.institutionId],
    );
    await db.ownerQuery(`DELETE FROM contact_standing s USING contact c WHERE c.id = contact_id AND c.institution_id = $1 AND number = '3'`, [
      actor.institutionId,
    ]);
    const rows = [
      'INVALIDATE;1',
      'DROP;2',
      'ANONYMIZE;3',
      'INVALIDATE;4',
      'ANONYMIZE;5',
      'DROP;6',
      'DROP;7',
      'DELETE;8',
      'UPDATEACT;9',
      'INVALIDATE;99',
      'INVALIDATE;4',
    ];
    expect(await getRemovalSummary(actor, { importId: await plan(...rows) })).toEqual({
      perOperation: { INVALIDATE: 1, UPDATEACT: 0, DELETE: 0, ANONYMIZE: 1, DROP: 2 },
      blockers: [
        { code: 'has-sales', count: 2 },
        { code: 'debts-or-credits', count: 1 },
        { code: 'standing-unknown', count: 1 },
      ],
      total: 4,
      shareOfBase: 0.2,
      ceiling: { percent: 10, number: 10_000, exceeded: true },
      organizations: 0,
    });
  });

  it('is refused of an import that removes nobody', async () => {
    const importId = await makePlannedImport(actor, file('CONTACT_NR;LASTNAME', '1;Bell'));
    await expect(getRemovalSummary(actor, { importId })).rejects.toMatchObject({ code: 'no-plan' });
  });
});

it('a number of another institution is as unknown as one that nobody has', async () => {
  const other = actor;
  await known('CONTACT_NR;LASTNAME', '77;Bell');
  actor = await makeActor(db, { role: 'manager' });
  await known('CONTACT_NR;LASTNAME', '1;Bell');
  const importId = await plan('DROP;77', 'DROP;78');
  expect(await told(importId)).toEqual(['2 refused unknown-number', '3 refused unknown-number']);
  expect(other.institutionId).not.toBe(actor.institutionId);
});

it('a protected group is named in the policy and asked of what is stored', async () => {
  await db.ownerQuery("INSERT INTO criterion (institution_id, code, type, scope, labels) VALUES ($1, 'VIP', 'boolean', 'BOTH', '{}')", [
    actor.institutionId,
  ]);
  await known('CONTACT_NR;LASTNAME;CRIT01', '1;Bell;VIP=T', '2;Cole;VIP=F', '3;Dahl;');
  await changeRemovalPolicy({ ...actor, roles: ['administrator'] }, { protectedCriteria: ['VIP=T'] });
  expect(await told(await plan('INVALIDATE;1', 'INVALIDATE;2', 'INVALIDATE;3'))).toEqual(['2 held protected-group', '3 updated', '4 updated']);
});

it('a file that is planned twice has the same hash, and another one when somebody is held back by then', async () => {
  await known(...PEOPLE);
  const hashOf = async (importId: number) =>
    (await db.ownerQuery<{ plan_hash: string }>('SELECT plan_hash FROM import WHERE id = $1', [importId]))[0]?.plan_hash;
  const first = await hashOf(await plan(...drops(3)));
  expect(await hashOf(await plan(...drops(3)))).toBe(first);
  await db.ownerQuery(`UPDATE contact_standing SET sales = 1 FROM contact c WHERE c.id = contact_id AND c.institution_id = $1 AND number = '2'`, [
    actor.institutionId,
  ]);
  expect(await hashOf(await plan(...drops(3)))).not.toBe(first);
});
