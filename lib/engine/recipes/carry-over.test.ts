import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, editsSchema, mapsUnmade } from '@/lib/engine/edits';
import { FIRST_MADE_COLUMN as MADE } from '@/lib/engine/edits/edited-row';
import type { ColumnProfile, Mapping } from '@/lib/engine/types';
import { carryOver } from './carry-over';
import { shapeOf } from './file-shape';

const FROM = ['Mail', 'Street', 'No', 'Name', 'Town'];
const LIST: Edit[] = [
  { op: 'trim', column: 4 },
  { op: 'join', columns: [1, 2], with: ' ', into: MADE },
  { op: 'case', column: MADE, to: 'name' },
  { op: 'split-name', column: 3, into: [MADE + 1, MADE + 2, MADE + 3] },
];
const MAPPING: Mapping = { 0: 'EMAIL1', 1: null, 4: 'TOWN', [MADE]: 'LINE1', [MADE + 1]: 'LASTNAME', [MADE + 2]: 'FIRSTNAME' };
const carried = (to: string[], list = LIST) => carryOver(FROM, to, { mapping: MAPPING, edits: { version: 1, list } });

describe('a mapping carried over to other columns', () => {
  it('follows columns to where they stand', () => {
    const { mapping, edits } = carried(['Town', 'New', 'name', 'No', 'Street', 'MAIL']);
    expect(mapping).toEqual({
      ...{ 0: 'TOWN', 4: null, 5: 'EMAIL1' },
      ...{ [MADE]: 'LINE1', [MADE + 1]: 'LASTNAME', [MADE + 2]: 'FIRSTNAME' },
    });
    expect(edits.list).toEqual([
      { op: 'trim', column: 0 },
      { op: 'join', columns: [4, 3], with: ' ', into: MADE },
      { op: 'case', column: MADE, to: 'name' },
      { op: 'split-name', column: 2, into: [MADE + 1, MADE + 2, MADE + 3] },
    ]);
  });

  it('gives the field of a join to the one column that is left, and drops what edited it', () => {
    const { mapping, edits } = carried(['Mail', 'Street', 'Name', 'Town']);
    expect(mapping[1]).toBe('LINE1');
    expect(edits.list.map(({ op }) => op)).toEqual(['trim', 'split-name']);
  });

  it.each(FROM)('is usable without the column %s', (gone) => {
    const { mapping, edits } = carried(FROM.filter((column) => column !== gone));
    expect(editsSchema.parse(edits)).toEqual(edits);
    expect(mapsUnmade(mapping, edits)).toBe(false);
  });
});

it('a mapping carried over to any order of its columns and back is the same', () => {
  const all = { mapping: { ...MAPPING, 2: null, 3: null }, edits: { version: 1 as const, list: LIST } };
  fc.assert(
    fc.property(fc.shuffledSubarray(FROM, { minLength: FROM.length }), (to) => {
      expect(carryOver(to, FROM, carryOver(FROM, to, all))).toEqual(all);
    }),
  );
});

describe('the shape of a file', () => {
  const profile = FROM.map(
    (header, index): ColumnProfile => ({ index, header, filled: 60, rows: 60, distinct: 1, samples: [], dateOrder: 'day-first', mix: [['X', 60]] }),
  );
  const shape = (mapping: Mapping, list: Edit[] = []) => shapeOf(profile, mapping, { version: 1, list }).columns;

  it('has the columns that reach a field, and of an edit those that it reads', () => {
    expect(shape(MAPPING, LIST).map(({ header, field }) => [header, field])).toEqual([
      ['Mail', 'EMAIL1'],
      ['Street', 'LINE1'],
      ['No', 'LINE1'],
      ['Name', 'LASTNAME'],
      ['Town', 'TOWN'],
    ]);
  });

  it.each<[string, Mapping, Edit[], boolean]>([
    ['a title', { 0: 'TITLE' }, [], true],
    ['a consent', { 0: 'CNIL_O' }, [], true],
    ['a criterion', { 0: 'CRIT01' }, [], true],
    ['a last name', { 0: 'LASTNAME' }, [], false],
    ['a town', { 0: 'TOWN' }, [], false],
    ['a date', { 0: 'BIRTHDATE' }, [], false],
    ['an administrative number', { 0: 'ADMIN_NUMBER' }, [], false],
    [
      'a name that a title is taken from',
      { [MADE]: 'LASTNAME', [MADE + 2]: 'TITLE' },
      [{ op: 'split-name', column: 0, into: [MADE, MADE + 1, MADE + 2] }],
      false,
    ],
  ])('keeps values of %s: %j', (_, mapping, list, isKept) => {
    expect(shape(mapping, list)[0]?.mix).toEqual(isKept ? [['X', 60]] : undefined);
  });

  it('keeps the order of dates of columns of dates alone', () => {
    expect(shape({ 0: 'BIRTHDATE', 1: 'LASTNAME' }).map(({ dateOrder }) => dateOrder)).toEqual(['day-first', undefined]);
  });
});
