import { describe, expect, it } from 'vitest';
import { type Address, addressesOf, addressFields } from './addresses';
import { applyPlan, planFile, stored, type TypedRow } from './small-file.fixture';
import type { StoredContact } from './types';

const HOME: Address = { uses: 'MSB', fields: { LINE1: '1 rue Haute', TOWN: 'Lyon', COUNTRY: 'FR' } };
const FLAT: Address = { uses: 'M', fields: { TOWN: 'Lyon', COUNTRY: 'FR' } };
const DEPOT: Address = { uses: 'S', fields: { TOWN: 'Nice', COUNTRY: 'FR' } };

const withAddresses = (...addresses: Address[]): StoredContact =>
  stored({ id: 'anna', number: '1', fields: { LASTNAME: 'Bell', ...addressFields(addresses) } });

/** The towns by uses after these rows, with the issues; the rows are then planned again and must have nothing left to do. */
function applied(rows: readonly TypedRow[], ...contacts: StoredContact[]) {
  const columns: TypedRow = { CONTACT_NR: '1', LASTNAME: 'Bell', ADDR_TYPE: '' };
  const file = rows.map((row) => ({ ...columns, ...row }));
  const planned = planFile(file, contacts);
  const [contact] = applyPlan(planned, contacts);
  const again = planFile(file, contact ? [contact] : []);
  expect(again.flatMap(({ changes }) => changes.filter(({ kind }) => kind !== 'unchanged'))).toEqual([]);
  return {
    lines: addressesOf(contact?.fields ?? {}).map(({ uses, fields }) => [uses, ...Object.entries(fields).flatMap(([, value]) => value)].join(' ')),
    codes: planned.flatMap(({ issues }) => issues.map(({ code }) => code)),
  };
}

describe('a row about the address for some uses', () => {
  it.each<[string, Address[], TypedRow, string[]]>([
    [
      'splits it off an address for all uses',
      [HOME],
      { ADDR_TYPE: 'B', LINE1: '9 quai Bas', TOWN: 'Metz' },
      ['MS 1 rue Haute Lyon FR', 'B 9 quai Bas Metz FR'],
    ],
    ['leaves the lines it does not speak of', [HOME], { ADDR_TYPE: 'S', LINE1: '9 quai Bas' }, ['MB 1 rue Haute Lyon FR', 'S 9 quai Bas Lyon FR']],
    ['changes the one there is for that use', [FLAT, DEPOT], { ADDR_TYPE: 'S', ZIPCODE: '06000' }, ['M Lyon FR', 'S 06000 Nice FR']],
    ['starts one for a use that had none', [FLAT, DEPOT], { ADDR_TYPE: 'B', TOWN: 'Metz' }, ['M Lyon FR', 'S Nice FR', 'B Metz FR']],
    ['may be about two uses', [HOME], { ADDR_TYPE: 'SB', TOWN: 'Metz' }, ['M 1 rue Haute Lyon FR', 'SB 1 rue Haute Metz FR']],
    ['joins what becomes one address', [FLAT, DEPOT], { ADDR_TYPE: 'S', TOWN: 'Lyon' }, ['MS Lyon FR']],
    ['clears it alone', [FLAT, DEPOT], { ADDR_TYPE: 'S', TOWN: '=', COUNTRY: '=' }, ['M Lyon FR']],
    ['leaves the next use leading where the main one is cleared', [FLAT, DEPOT], { ADDR_TYPE: 'M', TOWN: '=', COUNTRY: '=' }, ['S Nice FR']],
    ['without uses is about the main address', [FLAT, DEPOT], { TOWN: 'Metz' }, ['M Metz FR', 'S Nice FR']],
    ['for all uses is about each of them', [FLAT, DEPOT], { ADDR_TYPE: 'MSB', TOWN: 'Metz' }, ['MSB Metz FR']],
  ])('%s', (_, addresses, row, lines) => {
    expect(applied([row], withAddresses(...addresses))).toEqual({ lines, codes: [] });
  });

  it('shows what it changes and no more', () => {
    const [planned] = planFile([{ CONTACT_NR: '1', ADDR_TYPE: 'B', TOWN: 'Metz' }], [withAddresses({ ...FLAT, uses: 'MSB' })]);
    expect(planned?.changes[0]).toMatchObject({ before: { ADDR_TYPE: 'MSB' }, after: { ADDR_TYPE: 'MS' } });
    expect(planned?.changes[0]?.after).toEqual({ ADDR_TYPE: 'MS', 'TOWN@B': 'Metz', 'COUNTRY@B': 'FR' });
  });
});

describe('rows of one file about one contact', () => {
  it.each<[string, TypedRow[], string[], string[]]>([
    [
      'for different uses are all applied',
      [
        { ADDR_TYPE: 'M', TOWN: 'Lyon' },
        { ADDR_TYPE: 'S', TOWN: 'Nice' },
        { ADDR_TYPE: 'B', TOWN: 'Metz' },
      ],
      ['M Lyon FR', 'S Nice FR', 'B Metz FR'],
      ['merged-into-row', 'merged-into-row'],
    ],
    [
      'may give one use an address of its own',
      [{ TOWN: 'Lyon' }, { ADDR_TYPE: 'B', TOWN: 'Metz' }],
      ['MS Lyon FR', 'B Metz FR'],
      ['merged-into-row'],
    ],
    [
      'for the same use: the later wins, and says so',
      [
        { ADDR_TYPE: 'SB', TOWN: 'Lyon' },
        { ADDR_TYPE: 'BS', TOWN: 'Nice' },
      ],
      ['SB Nice FR'],
      ['merged-into-row', 'later-row-wins'],
    ],
    [
      'of which the later names no uses: it is about the main address',
      [{ ADDR_TYPE: 'M', TOWN: 'Lyon' }, { TOWN: 'Nice' }],
      ['MSB Nice FR'],
      ['merged-into-row', 'later-row-wins'],
    ],
  ])('%s', (_, rows, lines, codes) => {
    expect(applied(rows)).toEqual({ lines, codes });
    expect(applied(rows, stored({ id: 'anna', number: '1', fields: { LASTNAME: 'Bell' } })).lines).toEqual(lines);
  });

  it('may insert it with one address and update it with the other', () => {
    const planned = planFile([
      { OPERATION: 'INSERT', CONTACT_NR: '7', LASTNAME: 'Cole', ADDR_TYPE: 'M', TOWN: 'Lyon' },
      { OPERATION: 'UPDATE', CONTACT_NR: '7', LASTNAME: '', ADDR_TYPE: 'SB', TOWN: 'Nice' },
    ]);
    expect(planned.map(({ bucket }) => bucket)).toEqual(['created', 'merged']);
    expect(addressesOf(applyPlan(planned, [])[0]?.fields ?? {}).map(({ uses, fields }) => [uses, fields.TOWN])).toEqual([
      ['M', 'Lyon'],
      ['SB', 'Nice'],
    ]);
  });

  it('update it although the row that would insert it once more is refused', () => {
    const planned = planFile(
      [
        { OPERATION: 'INSERT', CONTACT_NR: '1', LASTNAME: 'Bell', ADDR_TYPE: 'M', TOWN: 'Metz' },
        { OPERATION: 'UPDATE', CONTACT_NR: '1', LASTNAME: '', ADDR_TYPE: 'S', TOWN: 'Nancy' },
        { OPERATION: 'UPDATE', CONTACT_NR: '1', LASTNAME: '', ADDR_TYPE: 'B', TOWN: 'Brest' },
      ],
      [withAddresses(FLAT, DEPOT)],
    );
    expect(planned.map(({ bucket }) => bucket)).toEqual(['refused', 'updated', 'merged']);
    expect(planned[1]?.changes[0]?.after).toEqual({ 'TOWN@S': 'Nancy', 'TOWN@B': 'Brest', 'COUNTRY@B': 'FR' });
  });
});
