import { describe, expect, it } from 'vitest';
import { INSTITUTION, stored } from '@/lib/engine/small-file.fixture';
import type { StoredContact } from '@/lib/engine/types';
import { blockersOf } from './blockers';
import { REMOVALS, type RemovalCode, type RemovalPolicy, type Standing } from './removal';

const NOTHING: Standing = { sales: 0, balance: 0n, openOrders: 0 };
const POLICY: RemovalPolicy = { invalidateWithSales: false, fullWipe: false, protectedCriteria: [] };
const TWO = { ...INSTITUTION, organizations: ['BALLET', 'CHOIR'] };

/** An imported contact that nothing keeps from being removed, with what a case is about. */
const contact = (standing: Standing | null = NOTHING, given: Partial<StoredContact> = {}): StoredContact =>
  stored({ fields: { LASTNAME: 'Bell', '=SEASON': 'Dance|Opera' }, facts: { standing, isImported: true }, ...given });

const codes = (operation: RemovalCode, of: StoredContact, { policy = POLICY, ORGANIZATION = '*', institution = TWO } = {}) =>
  blockersOf({ row: 2, cells: { ORGANIZATION } }, operation, of, { ...institution, removal: policy }).map(({ code }) => code);

/** The operations that something keeps from being carried out. */
const blocked = (code: string, of: StoredContact, given = {}) =>
  REMOVALS.filter((operation) => codes(operation, of, given).some((found) => found === code));

describe('a contact that nothing is known against', () => {
  it.each(REMOVALS)('is not kept from %s', (operation) => {
    const status = operation === 'UPDATEACT' ? 'inactive' : 'active';
    expect(codes(operation, contact(NOTHING, { status }))).toEqual([]);
  });
});

describe('what holds a removal back', () => {
  it.each<[code: string, why: string, of: StoredContact, operations: RemovalCode[], given?: object]>([
    ['has-sales', 'it bought something', contact({ ...NOTHING, sales: 1 }), ['INVALIDATE', 'DROP']],
    ['open-orders', 'it waits for something', contact({ ...NOTHING, openOrders: 2 }), ['INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP']],
    ['debts-or-credits', 'it owes something', contact({ ...NOTHING, balance: -1n }), ['DELETE', 'ANONYMIZE', 'DROP']],
    ['debts-or-credits', 'it is owed something', contact({ ...NOTHING, balance: 1250n }), ['DELETE', 'ANONYMIZE', 'DROP']],
    ['standing-unknown', 'nobody knows', contact(null), ['INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP']],
    ['already-inactive', 'it is inactive', contact(NOTHING, { status: 'inactive' }), ['INVALIDATE']],
    ['already-anonymized', 'it is nobody any more', contact(NOTHING, { status: 'inactive', erasure: 'ANONYMIZE' }), [...REMOVALS]],
    ['already-anonymized', 'only its information went', contact(NOTHING, { erasure: 'DELETE' }), []],
    ['changed-since-creation', 'somebody wrote to it', contact(NOTHING, { version: 2 }), ['DROP']],
    ['not-imported', 'no file made it', contact(NOTHING, { facts: { standing: NOTHING, isImported: false } }), ['DROP']],
    [
      'protected-group',
      'it has a protected criterion',
      contact(),
      ['INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP'],
      { policy: { ...POLICY, protectedCriteria: ['VIP', 'SEASON'] } },
    ],
    [
      'protected-group',
      'it has a protected value among others',
      contact(),
      ['INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP'],
      { policy: { ...POLICY, protectedCriteria: ['SEASON=Opera'] } },
    ],
    ['protected-group', 'another value is protected', contact(), [], { policy: { ...POLICY, protectedCriteria: ['SEASON=Op', 'VIP'] } }],
    ['other-organization', 'one of two is meant', contact(), ['INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP'], { ORGANIZATION: 'CHOIR' }],
    ['other-organization', 'it is of that one', contact(NOTHING, { fields: { ORGANIZATION: 'CHOIR' } }), [], { ORGANIZATION: 'CHOIR' }],
    [
      'other-organization',
      'it is of the other',
      contact(NOTHING, { fields: { ORGANIZATION: 'BALLET' } }),
      ['INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP'],
      { ORGANIZATION: 'CHOIR' },
    ],
    ['other-organization', 'all are meant', contact(NOTHING, { fields: { ORGANIZATION: 'BALLET' } }), []],
    ['other-organization', 'there is no other', contact(), [], { ORGANIZATION: 'BALLET', institution: INSTITUTION }],
  ])('%s, where %s', (code, _, of, operations, given) => {
    expect(blocked(code, of, given)).toEqual(operations);
  });

  it('is told one by one', () => {
    const of = contact(
      { sales: 3, balance: -1n, openOrders: 1 },
      { version: 4, facts: { standing: { sales: 3, balance: -1n, openOrders: 1 }, isImported: false } },
    );
    expect(codes('DROP', of, { ORGANIZATION: 'CHOIR', policy: { ...POLICY, protectedCriteria: ['SEASON'] } })).toEqual([
      'other-organization',
      'protected-group',
      'has-sales',
      'open-orders',
      'debts-or-credits',
      'not-imported',
    ]);
  });
});

describe('an institution that invalidates contacts with sales', () => {
  const policy = { ...POLICY, invalidateWithSales: true };
  it.each<[string, StoredContact, RemovalCode, string[]]>([
    ['does so', contact({ ...NOTHING, sales: 9 }), 'INVALIDATE', []],
    ['asks nobody about them', contact(null), 'INVALIDATE', []],
    ['still waits for open orders', contact({ ...NOTHING, openOrders: 1 }), 'INVALIDATE', ['open-orders']],
    ['still drops nobody with sales', contact({ ...NOTHING, sales: 9 }), 'DROP', ['has-sales']],
  ])('%s', (_, of, operation, expected) => {
    expect(codes(operation, of, { policy })).toEqual(expected);
  });
});

it.each([
  [-1n, '-0.01'],
  [-12345n, '-123.45'],
  [100n, '+1.00'],
])('a balance of %s hundredths is told as %s', (balance, amount) => {
  const [found] = blockersOf({ row: 2, cells: {} }, 'ANONYMIZE', contact({ ...NOTHING, balance }), { ...TWO, removal: POLICY });
  expect(found?.params).toEqual({ number: '100', amount });
});
