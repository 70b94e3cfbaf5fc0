import { describe, expect, it } from 'vitest';
import { type Edit, type Edits, editsSchema } from '@/lib/engine/edits';
import { prepareEditing } from '@/lib/engine/edits/edit-rows';
import { FIRST_MADE_COLUMN as MADE } from '@/lib/engine/edits/edited-row';
import type { FieldCode } from '@/lib/engine/fields';
import { profileColumns } from '@/lib/engine/profile';
import type { Mapping } from '@/lib/engine/types';
import { answerValues } from './answer-values';
import { answersFor, asCriterion } from './answers-for';
import { type ValuePlace, valueReader } from './read-value';
import { hasOpenValues, valuesOf } from './values-of';

const place: ValuePlace = {
  country: 'CH',
  rules: {},
  criteria: [
    { code: 'ABO', type: 'boolean', scope: 'BOTH', values: [] },
    { code: 'PREF', type: 'multi', scope: 'BOTH', values: ['Opera', 'Dance', 'Old'], retiredValues: ['Old'] },
    { code: 'NOTE', type: 'text', scope: 'BOTH', values: [] },
    { code: 'GONE', type: 'single', scope: 'BOTH', values: ['x'], retired: true },
  ],
  lists: {
    STRUCT_TYPE: [
      { code: 'SCHOOL', labels: { en: 'School', fr: 'École' } },
      { code: 'CLUB', labels: { en: 'Club' } },
    ],
    TITLE: [{ code: 'DR', labels: { en: 'Doctor' } }],
  },
};
const defining: ValuePlace = { ...place, rules: { defineUnknown: true } };

const taken = (value: string, by: 'itself' | 'words' | 'list') => ({ kind: 'taken', value, by });
const unknown = { kind: 'unknown' };

describe('a value of', () => {
  it.each<[FieldCode, string, object]>([
    ['TITLE', 'MRS', taken('MRS', 'itself')],
    ['TITLE', 'Mme', taken('MRS', 'words')],
    ['TITLE', 'Sig.ra', taken('MRS', 'words')],
    ['TITLE', 'doctor', taken('DR', 'list')],
    ['TITLE', 'Maître', unknown],
    ['PREF_LANG', 'deutsch', taken('de', 'words')],
    ['PREF_LANG', 'Elvish', unknown],
    ['COUNTRY', 'Svizzera', taken('CH', 'words')],
    ['COUNTRY', 'Swizerland', unknown],
    ['COUNTRY', '=', { kind: 'cleared' }],
    ['STRUCT_TYPE', 'école', taken('SCHOOL', 'list')],
    ['STRUCT_TYPE', 'choir', unknown],
    ['COMMUNITY_TYPE', 'anything', taken('anything', 'itself')],
    ['CNIL_O', 'TRUE', taken('TRUE', 'itself')],
    ['CNIL_O', 'oui', { kind: 'proposed', value: 'TRUE' }],
    ['SMS_MMS', '✓', { kind: 'proposed', value: 'TRUE' }],
    ['SMS_MMS', 'Nein', { kind: 'proposed', value: 'FALSE' }],
    ['CNIL_O', 'opt-out', { kind: 'proposed', value: 'FALSE' }],
    ['CNIL_O', 'maybe', unknown],
    ['CNIL_O', '2019-03-01', unknown],
    ['CRIT01', 'PREF=Opera|Dance', taken('PREF=Opera|Dance', 'itself')],
    ['CRIT01', 'PREF=Jazz', unknown],
    ['CRIT01', 'ABO=oui', { kind: 'proposed', value: 'ABO=T' }],
    ['CRIT01', 'Opera', unknown],
  ])('%s: %s', (field, text, reading) => {
    expect(valueReader(field, place)(text)).toEqual(reading);
  });

  it.each<[FieldCode, string, string]>([
    ['STRUCT_TYPE', 'choir', 'defined'],
    ['CRIT01', 'PREF=Jazz', 'defined'],
    ['CRIT01', 'NEW=Jazz', 'defined'],
    ['CRIT01', 'Jazz', 'unknown'],
    ['TITLE', 'Maître', 'unknown'],
  ])('%s: %s is %s where what is unknown is defined with the import', (field, text, kind) => {
    expect(valueReader(field, defining)(text)).toMatchObject({ kind });
  });
});

describe('what a value may become', () => {
  it.each<[FieldCode, string[]]>([
    ['TITLE', ['MR', 'MRS', 'MISS', 'MR_AND_MRS', 'UNDEFINED', 'DR']],
    ['STRUCT_TYPE', ['SCHOOL', 'CLUB']],
    ['COMMUNITY_TYPE', []],
    ['CNIL_O', ['TRUE', 'FALSE']],
    ['CRIT03', ['ABO=T', 'ABO=F', 'PREF=Opera', 'PREF=Dance']],
  ])('of %s', (field, answers) => {
    expect(answersFor(field, place)).toEqual(answers);
  });

  it('is a yes or no where the whole column is such a criterion, else the value itself', () => {
    expect(asCriterion(['Oui', 'x', 'Nein', 'perhaps'], { code: 'ABO', type: 'boolean' })).toEqual({
      Oui: 'ABO=T',
      x: 'ABO=T',
      Nein: 'ABO=F',
      perhaps: 'ABO=perhaps',
    });
    expect(asCriterion(['Oui'], { code: 'NOTE', type: 'text' })).toEqual({ Oui: 'NOTE=Oui' });
  });
});

const profileOf = (header: string[], rows: string[][]) => {
  const profiler = profileColumns(header);
  profiler.add(rows.map((cells, at) => ({ row: at + 2, cells })));
  return profiler.result();
};
const edits = (...list: Edit[]): Edits => editsSchema.parse({ version: 1, list });
const titles = profileOf(
  ['title', 'name'],
  [
    ['Frau', 'a'],
    ['frau ', 'b'],
    ['Dr', 'c'],
    ['Maître', 'd'],
    ['MAITRE', 'e'],
    ['Maître', 'f'],
    ['', 'g'],
  ],
);
const list = (mapping: Mapping, some: Edits = edits(), profile = titles) => valuesOf(profile, mapping, some, place);

describe('the values of a file', () => {
  it('are those that differ by more than case, accents and punctuation, unknown ones first', () => {
    expect(list({ 0: 'TITLE', 1: 'LASTNAME' })).toEqual([
      {
        column: 0,
        field: 'TITLE',
        further: 0,
        rows: [
          { value: 'Maître', count: 3, reading: unknown },
          { value: 'Frau', count: 2, reading: taken('MRS', 'words') },
          { value: 'Dr', count: 1, reading: taken('DR', 'list') },
        ],
      },
    ]);
  });

  it('are asked as earlier edits leave them, and told as later ones do', () => {
    const some = edits({ op: 'replace', column: 0, find: 'Maître', with: 'Avocat' }, { op: 'set-default', column: 0, value: 'Signora' });
    expect(list({ 0: 'TITLE' }, some)[0]?.rows.map(({ value, count }) => [value, count])).toEqual([
      ['Avocat', 2],
      ['MAITRE', 1],
      ['Frau', 2],
      ['Dr', 1],
      ['Signora', 1],
    ]);
  });

  it('of a part are those that the whole has', () => {
    const whole = profileOf(['who'], [['Frau / x'], ['Herr / y'], ['Frau / x']]);
    const rows = list({ [MADE]: 'TITLE' }, edits({ op: 'split', column: 0, at: '/', into: [MADE, MADE + 1] }), whole)[0]?.rows;
    expect(rows?.map(({ value, count }) => [value, count])).toEqual([
      ['Frau', 2],
      ['Herr', 1],
    ]);
  });

  it('are not listed where several columns become one, nor of fields that have no codes', () => {
    expect(list({ [MADE]: 'TITLE' }, edits({ op: 'join', columns: [0, 1], with: ' ', into: MADE }))).toEqual([]);
    expect(list({ 1: 'LASTNAME', 0: null })).toEqual([]);
  });

  it('of criteria are left to the rows that say what their columns hold', () => {
    const rows = [
      ['CONFIG', 'PREF'],
      ['INSERT', 'Jazz'],
    ];
    const configured = profileOf(['OPERATION', 'CRIT01'], rows);
    expect(list({ 0: 'OPERATION', 1: 'CRIT01' }, edits(), configured)).toEqual([]);
    const plain = profileOf(['OPERATION', 'CRIT01'], rows.slice(1));
    expect(list({ 0: 'OPERATION', 1: 'CRIT01' }, edits(), plain)).toHaveLength(1);
  });
});

describe('an answer', () => {
  const mapping: Mapping = { 0: 'TITLE' };
  const open = (some: Edits) => hasOpenValues(titles, mapping, some, place);

  it.each([
    ['a value of the list', 'DR', 'DR'],
    ['nothing', '', ''],
    ['what it is', 'Maître', 'Maître'],
  ])('of %s counts for all rows and is not asked again', (_, answer, cell) => {
    expect(open(edits())).toBe(true);
    const answered = answerValues(edits(), 0, { Maître: answer });
    expect(open(answered)).toBe(false);
    const { edit } = prepareEditing(editsSchema.parse(JSON.parse(JSON.stringify(answered))), { country: 'CH', mapping });
    expect(['Maître', 'MAITRE', 'Frau'].map((text, row) => edit([{ row, cells: [text] }])[0]?.cells[0])).toEqual([cell, cell, 'Frau']);
  });

  it('is one edit of its column however often one answers, before others are made of it, and gone when it is taken back', () => {
    const split = { op: 'split', column: 0, at: '/', into: [MADE, MADE + 1] } as const;
    const before = edits({ op: 'trim', column: 0 }, split as never);
    const first = answerValues(before, 0, { Maître: 'DR', Frau: '' });
    expect(first.list.map(({ op }) => op)).toEqual(['trim', 'map-values', 'split']);
    const second = answerValues(first, 0, { 'maitre.': 'MR', Frau: null });
    expect(second.list[1]).toEqual({ op: 'map-values', column: 0, values: { 'maitre.': 'MR' } });
    expect(answerValues(second, 0, { Maître: null })).toEqual(before);
  });
});
