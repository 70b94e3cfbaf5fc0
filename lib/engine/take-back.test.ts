import { describe, expect, it } from 'vitest';
import { keysChangedSince, takeBack } from './take-back';
import type { ChangeValues, StoredContact } from './types';

interface Case {
  before: ChangeValues;
  after: ChangeValues;
  /** The contact as it is when the change is to be taken back. */
  now: StoredContact['fields'];
  uses?: string;
  gives: { before: ChangeValues; after: ChangeValues; kept: string[] };
}

const nothing = { before: {}, after: {}, kept: [] };
const both = { before: { LASTNAME: 'Bell', TOWN: 'Lyon' }, after: { LASTNAME: 'Cole', TOWN: 'Metz' }, uses: 'MSB' };
const phone = { before: { FAX: null, 'FAX~typed': null }, after: { FAX: '+33140158000', 'FAX~typed': '01 40 15 80 00' } };
const split = { before: { ADDR_TYPE: 'MSB', 'TOWN@S': null, 'COUNTRY@S': null }, after: { ADDR_TYPE: 'MB', 'TOWN@S': 'Nice', 'COUNTRY@S': 'FR' } };

const CASES: Record<string, Case> = {
  'goes back whole where nothing was written since': {
    ...both,
    now: { LASTNAME: 'Cole', TOWN: 'Metz', ADDR_TYPE: 'MSB', REMARK: 'since' },
    gives: { before: both.after, after: both.before, kept: [] },
  },
  'keeps the value that was written since and puts the others back': {
    ...both,
    now: { LASTNAME: 'Dora', TOWN: 'Metz', ADDR_TYPE: 'MSB' },
    gives: { before: { TOWN: 'Metz' }, after: { TOWN: 'Lyon' }, kept: ['LASTNAME'] },
  },
  'needs nothing where a value is back already': {
    ...both,
    now: { LASTNAME: 'Bell', TOWN: 'Lyon', ADDR_TYPE: 'MSB' },
    gives: nothing,
  },
  'keeps a value that was cleared since': {
    before: { REMARK: null },
    after: { REMARK: 'one' },
    now: { REMARK: 'two' },
    gives: { ...nothing, kept: ['REMARK'] },
  },
  'puts back what it had cleared': {
    before: { REMARK: 'one' },
    after: { REMARK: null },
    now: {},
    gives: { before: { REMARK: null }, after: { REMARK: 'one' }, kept: [] },
  },
  'takes a number back with its text as typed': {
    ...phone,
    now: { FAX: '+33140158000', 'FAX~typed': '01 40 15 80 00' },
    gives: { before: phone.after, after: phone.before, kept: [] },
  },
  'keeps both where the number was written since': {
    ...phone,
    now: { FAX: '+33140158001', 'FAX~typed': '01 40 15 80 00' },
    gives: { ...nothing, kept: ['FAX'] },
  },
  'does not mind the order of the values of a criterion': {
    before: { '=STYLE': 'Opera' },
    after: { '=STYLE': 'Opera|Dance' },
    now: { '=STYLE': 'Dance|Opera' },
    gives: { before: { '=STYLE': 'Opera|Dance' }, after: { '=STYLE': 'Opera' }, kept: [] },
  },
  'gives the leading address back a use that it had': {
    ...split,
    now: { ADDR_TYPE: 'MB', 'TOWN@S': 'Nice', 'COUNTRY@S': 'FR', TOWN: 'Lyon' },
    gives: { before: split.after, after: split.before, kept: [] },
  },
  'keeps all addresses where the one for that use was written to since': {
    ...split,
    now: { ADDR_TYPE: 'MB', 'TOWN@S': 'Nice', 'COUNTRY@S': 'FR', 'LINE1@S': '1 rue Haute' },
    gives: { ...nothing, kept: ['ADDR_TYPE', 'TOWN@S', 'COUNTRY@S'] },
  },
  'keeps a line of an address that serves other uses by now': {
    before: { TOWN: 'Lyon' },
    after: { TOWN: 'Metz' },
    uses: 'MSB',
    now: { ADDR_TYPE: 'M', TOWN: 'Metz', 'TOWN@S': 'Metz' },
    gives: { ...nothing, kept: ['TOWN'] },
  },
};

describe('a change that is taken back', () => {
  it.each(Object.entries(CASES))('%s', (_, { before, after, now, uses = null, gives }) => {
    expect(takeBack({ before, after, addressUses: uses }, { fields: now, status: 'active' })).toEqual(gives);
  });

  it('makes a contact inactive again that it had made active', () => {
    const done = { before: { STATUS: 'inactive' }, after: { STATUS: 'active' }, addressUses: null };
    expect(takeBack(done, { fields: {}, status: 'active' })).toMatchObject({ after: { STATUS: 'inactive' }, kept: [] });
  });
});

describe('a contact that was created', () => {
  const created = { LASTNAME: 'Bell', REMARK: null, '=STYLE': 'Opera|Dance' };
  const stored = { LASTNAME: 'Bell', '=STYLE': 'Dance|Opera', CONTACT_NR: '12' };

  it.each([
    ['as it was', stored, 'active', []],
    ['with another value', { ...stored, LASTNAME: 'Cole' }, 'active', ['LASTNAME']],
    ['with a value more', { ...stored, TOWN: 'Lyon' }, 'active', ['TOWN']],
    ['with a value less', { LASTNAME: 'Bell' }, 'active', ['=STYLE']],
    ['inactive by now', stored, 'inactive', ['STATUS']],
  ] as const)('is told from one %s', (_, fields, status, changed) => {
    expect(keysChangedSince(created, { fields, status })).toEqual(changed);
  });
});
