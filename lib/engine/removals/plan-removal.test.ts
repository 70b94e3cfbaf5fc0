import { describe, expect, it } from 'vitest';
import { INSTITUTION, planFile, stored, type TypedRow } from '@/lib/engine/small-file.fixture';
import type { PlannedRow, StoredContact } from '@/lib/engine/types';
import type { RemovalPolicy } from './removal';

const POLICY: RemovalPolicy = { invalidateWithSales: false, fullWipe: false, protectedCriteria: [] };
const FACTS = { standing: { sales: 0, balance: 0n, openOrders: 0 }, isImported: true };

const ANNA = stored({
  id: 'anna',
  number: '007',
  login: true,
  facts: FACTS,
  fields: {
    CONTACT_NR: '007',
    ORGANIZATION: 'BALLET',
    TITLE: 'MRS',
    FIRSTNAME: 'Anna-Zoé',
    LASTNAME: 'Bell',
    BIRTHDATE: '1980-12-31',
    REMARK: 'calls first',
    ADDR_TYPE: 'MB',
    LINE1: '1 rue Haute',
    ZIPCODE: '69001',
    TOWN: 'Lyon',
    COUNTRY: 'FR',
    'LINE1@S': '2 quai Bas',
    'TOWN@S': 'Nice',
    EMAIL1: 'anna@x.org',
    CELLPHONE: '+33612345678',
    'CELLPHONE~typed': '06 12 34 56 78',
    CNIL_O: 'TRUE',
    PARTNER: 'FALSE',
    '=SEASON': 'Dance|Jazz|Opera',
    '=VIP': 'T',
  },
});
const CLUB = stored({ id: 'club', number: '9', kind: 'structure', facts: FACTS, fields: { OFFICIAL_NAME: 'Club', TOWN: 'Nice', ADDR_TYPE: 'MSB' } });

const remove = (rows: readonly TypedRow[], contacts: readonly StoredContact[] = [ANNA, CLUB], policy: Partial<RemovalPolicy> = {}) =>
  planFile(rows, contacts, { ...INSTITUTION, removal: { ...POLICY, ...policy } });
const one = (row: TypedRow, policy: Partial<RemovalPolicy> = {}, contact = ANNA) => {
  const [planned] = remove([{ CONTACT_NR: contact.number, ...row }], [contact], policy);
  return { ...planned, ...planned?.changes[0], codes: planned?.issues.map(({ code }) => code) };
};
const told = (planned: readonly PlannedRow[]) => planned.map(({ bucket, issues }) => [bucket, ...issues.map(({ code }) => code)]);

describe('what goes and what stays', () => {
  it('INVALIDATE: only that the contact is active', () => {
    expect(one({ OPERATION: 'INVALIDATE' })).toMatchObject({
      bucket: 'updated',
      kind: 'update',
      operation: 'INVALIDATE',
      before: { STATUS: 'active', INACTIVE_REASON: null },
      after: { STATUS: 'inactive', INACTIVE_REASON: 'ACCOUNT_DELETED' },
    });
  });

  it('UPDATEACT: only that it is not', () => {
    const inactive: StoredContact = { ...ANNA, status: 'inactive', inactiveReason: 'ACCOUNT_DELETED' };
    expect(one({ OPERATION: 'UPDATEACT', LASTNAME: 'Bell', EMAIL1: 'other@x.org' }, {}, inactive)).toMatchObject({
      before: { STATUS: 'inactive', INACTIVE_REASON: 'ACCOUNT_DELETED' },
      after: { STATUS: 'active', INACTIVE_REASON: null },
    });
    expect(one({ OPERATION: 'UPDATEACT' })).toMatchObject({ bucket: 'unchanged', kind: 'unchanged' });
  });

  it('DELETE: addresses and means, and of authorizations and criteria what the row lists; never a refusal', () => {
    const planned = one({ OPERATION: 'DELETE', CNIL_O: 'TRUE', PARTNER: 'FALSE', SMS_MMS: 'TRUE', CRIT01: 'SEASON=Jazz|Opera', CRIT02: 'VIP=F' });
    expect(planned.after).toEqual({
      ...{ ADDR_TYPE: null, LINE1: null, ZIPCODE: null, TOWN: null, COUNTRY: null, 'LINE1@S': null, 'TOWN@S': null },
      ...{ EMAIL1: null, CELLPHONE: null, 'CELLPHONE~typed': null, CNIL_O: null, '=SEASON': 'Dance' },
    });
    expect(planned.before).toMatchObject({ EMAIL1: 'anna@x.org', '=SEASON': 'Dance|Jazz|Opera' });
    expect(planned.codes).toEqual(['consent-raise']);
  });

  it('DELETE: adds up what several rows list', () => {
    const rows = [
      { OPERATION: 'DELETE', CONTACT_NR: '007', CRIT01: 'SEASON=Jazz' },
      { OPERATION: 'DELETE', CONTACT_NR: '007', CRIT01: 'SEASON=Dance' },
    ];
    const planned = remove(rows);
    expect(told(planned)).toEqual([['updated'], ['merged', 'merged-into-row']]);
    expect(planned[0]?.changes[0]?.after['=SEASON']).toBe('Opera');
  });

  it('ANONYMIZE: all but country, town and postcode', () => {
    const { after, before, bucket } = one({ OPERATION: 'ANONYMIZE' });
    expect(bucket).toBe('updated');
    expect(after).toMatchObject({ LASTNAME: 'XXXXXXXX', REMARK: 'Contact anonymized', STATUS: 'inactive', INACTIVE_REASON: 'ACCOUNT_DELETED' });
    const stays = ['CONTACT_NR', 'ORGANIZATION', 'ADDR_TYPE', 'ZIPCODE', 'TOWN', 'COUNTRY'];
    expect(Object.keys(ANNA.fields).filter((key) => !(key in (after ?? {})))).toEqual(stays);
    expect(Object.entries(after ?? {}).filter(([, value]) => value !== null)).toHaveLength(4);
    expect(before).toMatchObject({ LASTNAME: 'Bell', 'LINE1@S': '2 quai Bas', PARTNER: 'FALSE' });
  });

  it('ANONYMIZE, where the policy wants nothing to stay: the address too', () => {
    expect(one({ OPERATION: 'ANONYMIZE' }, { fullWipe: true }).after).toMatchObject({ ADDR_TYPE: null, ZIPCODE: null, TOWN: null, COUNTRY: null });
  });

  it('ANONYMIZE: a structure by its own name', () => {
    const { after } = one({ OPERATION: 'ANONYMIZE' }, {}, CLUB);
    expect(after).toEqual({ OFFICIAL_NAME: 'XXXXXXXX', REMARK: 'Contact anonymized', STATUS: 'inactive', INACTIVE_REASON: 'ACCOUNT_DELETED' });
  });

  it('DROP: everything', () => {
    expect(one({ OPERATION: 'DROP' })).toMatchObject({ bucket: 'removed', kind: 'remove', operation: 'DROP', before: ANNA.fields, after: {} });
  });
});

describe('rows of a removal that are not carried out', () => {
  it.each<[string, TypedRow, (string | undefined)[]]>([
    ['an update mixed in', { OPERATION: 'UPDATE', CONTACT_NR: '007', LASTNAME: 'Bell' }, ['refused', 'not-a-removal']],
    ['no operation', { OPERATION: '', CONTACT_NR: '007' }, ['refused', 'not-a-removal']],
    ['an operation that is none', { OPERATION: 'ERASE', CONTACT_NR: '007' }, ['refused', 'unknown-operation']],
    ['no number', { OPERATION: 'DROP', LASTNAME: 'Bell' }, ['refused', 'number-missing']],
    ['a number that nobody has', { OPERATION: 'DROP', CONTACT_NR: '7' }, ['refused', 'unknown-number']],
    ['another institution', { OPERATION: 'DROP', CONTACT_NR: '007', INSTITUTION: 'OTHER' }, ['refused', 'other-institution']],
    ['an unknown organization', { OPERATION: 'DROP', CONTACT_NR: '007', ORGANIZATION: 'CIRCUS' }, ['refused', 'unknown-organization']],
    ['a formula as number', { OPERATION: 'DROP', CONTACT_NR: '=A1' }, ['refused', 'formula-in-cell']],
    ['a formula as name', { OPERATION: 'DROP', CONTACT_NR: '007', LASTNAME: '=VLOOKUP(A;B)' }, ['refused', 'formula-in-cell']],
    ['a rounded number', { OPERATION: 'DROP', CONTACT_NR: '4,41E+11' }, ['refused', 'number-rounded']],
    ['another name', { OPERATION: 'DROP', CONTACT_NR: '007', FIRSTNAME: 'Anna-Zoe' }, ['held', 'name-mismatch']],
    ['a name where there is none', { OPERATION: 'DROP', CONTACT_NR: '9', LASTNAME: 'Bell' }, ['held', 'name-mismatch']],
    ['another official name', { OPERATION: 'DROP', CONTACT_NR: '9', OFFICIAL_NAME: 'Klub' }, ['held', 'name-mismatch']],
    ['names swapped', { OPERATION: 'DROP', CONTACT_NR: '007', FIRSTNAME: 'Bell', LASTNAME: 'Anna-Zoé' }, ['held', 'names-swapped']],
    ['the same names', { OPERATION: 'DROP', CONTACT_NR: '007', FIRSTNAME: 'ANNA-ZOE\u0301', LASTNAME: ' bell ' }, ['removed']],
    [
      'columns that are none of its business',
      { OPERATION: 'DROP', CONTACT_NR: '007', COUNTRY: 'UK', EMAIL1: 'x', NB_EMPLOYEES: 'many' },
      ['removed'],
    ],
  ])('%s', (_, row, expected) => {
    const planned = remove([row]);
    expect(told(planned)).toEqual([expected]);
    expect(planned[0]?.changes).toHaveLength(expected[0] === 'removed' ? 1 : 0);
  });

  it('say what they take for swapped', () => {
    const [planned] = remove([{ OPERATION: 'DROP', CONTACT_NR: '007', FIRSTNAME: 'Bell', LASTNAME: 'Anna-Zoé' }]);
    expect(planned?.issues[0]?.params).toEqual({ value: 'Bell Anna-Zoé', stored: 'Anna-Zoé Bell' });
  });
});

describe('several rows about one contact', () => {
  const row = (OPERATION: string, more: TypedRow = {}): TypedRow => ({ OPERATION, CONTACT_NR: '007', LASTNAME: '', ...more });
  it.each<[string, TypedRow[], string[][]]>([
    ['that want the same are one', [row('DROP'), row('DROP')], [['removed'], ['merged', 'merged-into-row']]],
    [
      'that want different things are all held',
      [row('INVALIDATE'), row('DROP'), row('INVALIDATE')],
      [
        ['held', 'operations-contradict'],
        ['held', 'operations-contradict'],
        ['held', 'operations-contradict'],
      ],
    ],
    [
      'of which one names somebody else are all held',
      [row('DROP'), row('DROP', { LASTNAME: 'Cole' })],
      [
        ['held', 'first-row-refused'],
        ['held', 'name-mismatch'],
      ],
    ],
  ])('%s', (_, rows, expected) => {
    expect(told(remove(rows))).toEqual(expected);
  });

  it('are held together where something holds the contact back', () => {
    const owing = { ...ANNA, facts: { ...FACTS, standing: { sales: 0, balance: -1n, openOrders: 0 } } };
    expect(told(remove([row('DROP'), row('DROP')], [owing]))).toEqual([
      ['held', 'debts-or-credits'],
      ['held', 'first-row-refused'],
    ]);
  });
});

it('a file that adds and changes contacts still holds what would remove', () => {
  const planned = planFile([{ OPERATION: 'DROP', CONTACT_NR: '007' }], [ANNA]);
  expect(told(planned)).toEqual([['held', 'removal-held']]);
});
