import { describe, expect, it } from 'vitest';
import type { InstitutionContext } from './institution-context';
import type { ListedValue } from './lists';
import { checkFile, INSTITUTION, planFile, type TypedRow } from './small-file.fixture';
import type { CheckedRow } from './types';

const LISTS: InstitutionContext['lists'] = {
  ...INSTITUTION.lists,
  PREF_LANG: [
    { code: 'fr', labels: { en: 'French' } },
    { code: 'de', labels: {} },
  ],
  COUNTRY: [
    { code: 'CH', labels: {} },
    { code: 'FR', labels: {} },
  ],
};
const LISTED: InstitutionContext = { ...INSTITUTION, lists: LISTS };
const LENIENT: InstitutionContext = { ...LISTED, rules: { lenient: true } };

const first = (row: TypedRow, institution: InstitutionContext) => checkFile([row], institution)[0] as CheckedRow;

/** What becomes of a cell: its value, the issues about it, and whether the row goes on. */
function told(code: keyof TypedRow, text: string, institution: InstitutionContext) {
  const { cells, issues, refusal } = first({ EMAIL1: 'ada@example.org', [code]: text }, institution);
  return [cells[code] ?? null, issues.map((found) => found.code).join(' '), refusal];
}

describe('a value of a list', () => {
  it.each([
    // Titles: the standard ones and the institution's own.
    ['TITLE', 'MRS', 'MRS', '', null],
    ['TITLE', 'Madame', 'MRS', '', null],
    ['TITLE', 'DR', 'DR', '', null],
    ['TITLE', 'CONTACT_TITLE/DR', 'DR', '', null],
    ['TITLE', 'CONTACT_TITLE/MR', 'MR', '', null],
    ['TITLE', 'dr', 'DR', 'taken-from-list', null],
    ['TITLE', 'Docteur', 'DR', 'taken-from-list', null],
    ['TITLE', 'Captain', null, 'unknown-title', null],
    // Languages and countries: where there is a list, those alone.
    ['PREF_LANG', 'fr', 'fr', '', null],
    ['PREF_LANG', 'Französisch', 'fr', '', null],
    ['PREF_LANG', 'de-CH', 'de', '', null],
    ['PREF_LANG', 'it', null, 'not-in-list-skipped', null],
    ['COUNTRY', 'Schweiz', 'CH', '', null],
    ['COUNTRY', 'Italia', null, 'not-in-list-skipped', null],
    ['COUNTRY', 'UK', null, 'country-code-mistaken', 'refused'],
    // Types of structures and communities: nothing else is ever stored.
    ['STRUCT_TYPE', 'SCHOOL', 'SCHOOL', '', null],
    ['STRUCT_TYPE', 'school', 'SCHOOL', 'taken-from-list', null],
    ['STRUCT_TYPE', 'ÉCOLE', 'SCHOOL', 'taken-from-list', null],
    ['STRUCT_TYPE', 'Secondary school', 'LYCEE', 'taken-from-list', null],
    ['STRUCT_TYPE', 'SCHOOLS', null, 'not-in-list', 'refused'],
    ['COMMUNITY_TYPE', 'COUNCIL', 'COUNCIL', '', null],
    ['COMMUNITY_TYPE', 'PARISH', null, 'not-in-list', 'refused'],
  ] as const)('%s: %s is %s', (code, text, value, issues, refusal) => {
    expect(told(code, text, LISTED)).toEqual([value, issues, refusal]);
  });

  it.each([
    ['STRUCT_TYPE', 'SCHOOLS', 'not-in-list-skipped'],
    ['COMMUNITY_TYPE', 'PARISH', 'not-in-list-skipped'],
    ['CRIT01', 'UNHEARD=Opera', 'criterion-skipped'],
    ['CRIT01', 'SEASON=opera', 'criterion-value-skipped'],
  ] as const)('that is unknown as %s: %s is left out of a lenient import, and the row goes on', (code, text, issue) => {
    expect(told(code, text, LENIENT)).toEqual([null, issue, null]);
  });

  it('that is a mistake of the file and not of a list refuses its row in a lenient import too', () => {
    expect(told('CRIT01', 'SEAT=Stalls|Balcony', LENIENT)).toEqual([null, 'one-criterion-value-only', 'refused']);
  });

  it.each([
    ['STRUCT_TYPE', 'SCHOLL', 'SCHOOL, LYCEE'],
    ['TITLE', 'MISTER X', 'MISS, MR, MRS, DR, MR_AND_MRS'],
    ['CRIT01', 'SEASONS=Opera', 'SEASON, SEAT, LEVEL, VIP, NICK'],
    ['CRIT01', 'SEASON=Dancing', 'Dance, Jazz, Opera'],
  ] as const)('that is unknown as %s: %s names the nearest known', (code, text, nearest) => {
    expect(first({ LASTNAME: 'Rossi', [code]: text }, LISTED).issues[0]?.params.expected).toBe(nearest);
  });

  it('whose label two values have is none of them', () => {
    const twice: ListedValue[] = [
      { code: 'ONE', labels: { en: 'School' } },
      { code: 'TWO', labels: { fr: 'school' } },
    ];
    expect(told('STRUCT_TYPE', 'School', { ...LISTED, lists: { STRUCT_TYPE: twice } })).toEqual([null, 'not-in-list', 'refused']);
  });
});

describe('a list that is not kept', () => {
  const without: InstitutionContext = { ...INSTITUTION, lists: {} };

  it('takes every structure type that fits, and says once that there is no list', () => {
    const rows = checkFile(
      [
        { OFFICIAL_NAME: 'A', STRUCT_TYPE: 'ANY' },
        { OFFICIAL_NAME: 'B', STRUCT_TYPE: 'any' },
      ],
      without,
    );
    expect(rows.map(({ cells }) => cells.STRUCT_TYPE)).toEqual(['ANY', 'any']);
    expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['no-list'], []]);
    expect(told('STRUCT_TYPE', 'NINECHARS', without)).toEqual(['NINECHARS', 'no-list text-too-long', 'refused']);
  });

  it('takes every language and country there is', () => {
    expect(told('PREF_LANG', 'it', without)).toEqual(['it', '', null]);
    expect(told('COUNTRY', 'Italia', without)).toEqual(['IT', '', null]);
  });
});

describe('a number in an import', () => {
  const ranged: InstitutionContext = { ...INSTITUTION, numberRanges: [{ first: '100', last: '999999999999999999' }] };
  it.each([
    ['100', []],
    ['0100', []],
    ['999999999999999999', []],
    ['99', ['number-outside-ranges']],
    ['1000000000000000000', ['number-outside-ranges']],
  ])('%s is said to be outside of the ranges where it is: %j', (number, issues) => {
    expect(planFile([{ LASTNAME: 'Rossi', CONTACT_NR: number }], [], ranged)[0]?.issues.map(({ code }) => code)).toEqual(issues);
  });
});
