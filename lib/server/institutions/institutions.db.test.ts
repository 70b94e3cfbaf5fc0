import { afterAll, beforeAll, expect, it } from 'vitest';
import { inScope } from '@/lib/server/database/scope';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution, makeMembership, makeSession, makeUser } from '@/lib/testing/factories';
import { getInstitutionContext } from './get-institution-context';
import { listInstitutions } from './list-institutions';

let db: TestDatabase;
let own: { id: number; code: string };
let other: { id: number; code: string };
beforeAll(async () => {
  db = await testDatabase();
  own = await makeInstitution(db, { code: 'OWN', country: 'CH', language: 'de' });
  other = await makeInstitution(db, { code: 'OTHER' });
  await db.ownerQuery(
    `INSERT INTO organization (institution_id, code, name) VALUES (${own.id}, 'TWO', ''), (${own.id}, 'ONE', ''), (${other.id}, 'FAR', '')`,
  );
  await db.ownerQuery(
    `INSERT INTO list_value (institution_id, list, code, labels, rank)
     VALUES (${own.id}, 'TITLE', 'DR', '{}', 2), (${own.id}, 'TITLE', 'PROF', '{"en":"Professor"}', 1), (${other.id}, 'COUNTRY', 'DE', '{}', 1)`,
  );
  await db.ownerQuery(
    `INSERT INTO number_range (institution_id, environment, first, last, label)
     VALUES (${own.id}, 'P', 100, 199, ''), (${own.id}, 'PP', 5, 6, ''), (${other.id}, 'P', 1, 9, '')`,
  );
  await db.ownerQuery(`UPDATE institution SET settings = '{"structureNumber":"structure"}' WHERE id = ${own.id}`);
  await db.ownerQuery(
    `INSERT INTO criterion (institution_id, code, type, scope, labels) VALUES (${own.id}, 'COLOUR', 'multi', 'BOTH', '{}'), (${other.id}, 'FAR', 'text', 'BOTH', '{}')`,
  );
  await db.ownerQuery(
    `INSERT INTO criterion_value (institution_id, criterion_id, value, labels, rank)
     SELECT institution_id, id, v.value, '{}', v.rank FROM criterion, (VALUES ('RED', 2), ('BLUE', 1)) v(value, rank) WHERE code = 'COLOUR'`,
  );
});
afterAll(() => db.close());

const contextOf = (id: number, scoped = own.id) =>
  inScope({ kind: 'institution', institutionId: scoped }, (scope) =>
    getInstitutionContext(scope, id, { environment: 'P', now: new Date('2026-02-28T23:30:00Z') }),
  );

it('gives the engine the institution with its organizations, criteria and lists in their order, its number ranges, its rules, and its date', async () => {
  expect(await contextOf(own.id)).toEqual({
    code: 'OWN',
    country: 'CH',
    language: 'de',
    organizations: ['ONE', 'TWO'],
    criteria: [{ code: 'COLOUR', type: 'multi', scope: 'BOTH', values: ['BLUE', 'RED'] }],
    lists: {
      TITLE: [
        { code: 'PROF', labels: { en: 'Professor' } },
        { code: 'DR', labels: {} },
      ],
    },
    numberRanges: [{ first: '100', last: '199' }],
    rules: { structureNumber: 'structure' },
    today: '2026-03-01',
  });
});

it('does not know an institution that is not the one of the scope', async () => {
  await expect(contextOf(other.id)).rejects.toMatchObject({ code: 'not-found', status: 404 });
});

it.each(['operator', 'approver', 'administrator'] as const)('lists all institutions for an %s', async (role) => {
  const user = await makeUser(db);
  await makeMembership(db, user.id, role, own.id);
  const listed = await listInstitutions(await makeSession(user.id));
  expect(listed.map(({ code }) => code)).toEqual(['OTHER', 'OWN']);
});

it.each(['importer', 'manager'] as const)('lists institutions for no %s', async (role) => {
  const user = await makeUser(db);
  await makeMembership(db, user.id, role, own.id);
  await expect(makeSession(user.id).then(listInstitutions)).rejects.toMatchObject({ code: 'forbidden' });
});
