import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makePlannedImport, makeReadImport, runImport } from '@/lib/testing/run-import';
import { getPlan } from './get-plan';
import { listChanges } from './list-changes';
import { listProblems } from './list-problems';
import { listRows } from './list-rows';

let db: TestDatabase;
let actor: Actor;
let stranger: Actor;
let importId: number;

const FILE = `CONTACT_NR;LASTNAME;EMAIL1;BIRTHDATE;PARTNER;FUNCTION
1;Ancel;ancel@example.org;;TRUE;Chair
2;Bonnet;bonnet@example.org;;;Clerk
3;Carré;carre@example;31.02.1980;;
4;Doré;dore@example;;;
;;;;TRUE;
`;

beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
  stranger = await makeActor(db);
  await runImport(actor, 'CONTACT_NR;LASTNAME;EMAIL1;FUNCTION\n1;Ancel;ancel@example.org;\n2;Bonnet;bonnet@example.org;Clerk\n');
  importId = await makePlannedImport(actor, FILE, {
    mapping: { 0: 'CONTACT_NR', 1: 'LASTNAME', 2: 'EMAIL1', 3: 'BIRTHDATE', 4: 'PARTNER', 5: 'FUNCTION' },
  });
});
afterAll(() => db.close());

describe('the problems of an import', () => {
  it('are causes with their count, first row and value, gravest first', async () => {
    expect(await listProblems(actor, { importId })).toEqual([
      { code: 'nothing-to-create', level: 'error', field: null, column: null, count: 1, exampleRow: 6, exampleValue: null },
      { code: 'bad-email', level: 'warning', field: 'EMAIL1', column: 2, count: 2, exampleRow: 4, exampleValue: 'carre@example' },
      { code: 'bad-date', level: 'warning', field: 'BIRTHDATE', column: 3, count: 1, exampleRow: 4, exampleValue: '31.02.1980' },
    ]);
  });
});

describe('the rows of an import', () => {
  const listed = async (filter: Omit<Parameters<typeof listRows>[1], 'importId'>) => {
    const { total, rows } = await listRows(actor, { importId, ...filter });
    return { total, rows: rows.map(({ row }) => row) };
  };

  it('come with cells, bucket and issues as the file has them', async () => {
    const { rows } = await listRows(actor, { importId, offset: 2, limit: 1 });
    expect(rows).toMatchObject([
      {
        row: 4,
        bucket: 'created',
        cells: ['3', 'Carré', 'carre@example', '31.02.1980', '', ''],
        issues: [{ code: 'bad-email' }, { code: 'bad-date' }],
      },
    ]);
  });

  it.each([
    ['a page', { offset: 1, limit: 2 }, { total: 5, rows: [3, 4] }],
    ['a bucket', { bucket: 'created' }, { total: 2, rows: [4, 5] }],
    ['a cause', { issueCode: 'bad-email' }, { total: 2, rows: [4, 5] }],
    ['a cause in a field', { issueCode: 'bad-date', issueField: 'BIRTHDATE' }, { total: 1, rows: [4] }],
    ['a cause in a field that has none', { issueCode: 'bad-date', issueField: 'EMAIL1' }, { total: 0, rows: [] }],
    ['part of a cell, whatever its case', { search: 'BONN' }, { total: 1, rows: [3] }],
    ['signs that mean something in a pattern', { search: '%' }, { total: 0, rows: [] }],
  ] as const)('are narrowed by %s', async (_, filter, expected) => {
    expect(await listed(filter)).toEqual(expected);
  });
});

describe('the plan of an import', () => {
  it('is told in figures', async () => {
    expect(await getPlan(actor, { importId })).toMatchObject({
      counts: { rows: 5, created: 2, updated: 1, unchanged: 1, refused: 1 },
      changedFields: [
        { field: 'FUNCTION', count: 1 },
        { field: 'PARTNER', count: 1 },
      ],
      created: { individual: 2, structure: 0, relay: 0 },
      updated: { individual: 1, structure: 0, relay: 0 },
      consentRaised: 1,
    });
  });

  it('does not exist before it is made', async () => {
    const unplanned = await makeReadImport(actor, FILE);
    await expect(getPlan(actor, { importId: unplanned })).rejects.toMatchObject({ code: 'no-plan' });
  });

  it('is listed change by change, with the contact as it is and what will differ', async () => {
    const { total, changes } = await listChanges(actor, { importId, kind: 'update' });
    expect(total).toBe(1);
    expect(changes).toMatchObject([
      {
        row: 2,
        part: 'individual',
        contactNumber: '1',
        name: 'Ancel',
        before: { FUNCTION: null, PARTNER: null },
        after: { FUNCTION: 'Chair', PARTNER: 'TRUE' },
        outcome: null,
      },
    ]);
  });

  it('names contacts that do not exist yet by what the file says', async () => {
    const { changes } = await listChanges(actor, { importId, kind: 'create', offset: 1, limit: 1 });
    expect(changes).toMatchObject([{ row: 5, contactNumber: '4', name: 'Doré' }]);
  });
});

describe('an import of another institution', () => {
  it.each([
    ['problems', () => listProblems(stranger, { importId })],
    ['rows', () => listRows(stranger, { importId })],
    ['plan', () => getPlan(stranger, { importId })],
    ['changes', () => listChanges(stranger, { importId })],
  ])('has no %s to be seen', async (_, ask) => {
    await expect(ask()).rejects.toMatchObject({ code: 'not-found', status: 404 });
  });
});
