import { describe, expect, it } from 'vitest';
import { cleanRows, prepareCleaning } from './clean';
import type { FieldCode } from './fields';
import { mapRows } from './map';
import type { ColumnProfile, Mapping } from './types';

const institution = { country: 'FR', today: '2026-03-01' };

function clean(given: [FieldCode, string][], columns: Pick<ColumnProfile, 'index' | 'samples' | 'dateOrder'>[] = []) {
  const mapping: Mapping = Object.fromEntries(given.map(([code], index) => [index, code]));
  const raw = [{ row: 2, cells: given.map(([, text]) => text) }];
  const [row] = cleanRows(mapRows(raw, mapping), prepareCleaning(institution, mapping, columns));
  return { cells: row?.cells, found: row?.issues.map(({ field, code, params }) => [field, code, params]) };
}

describe('cleaning a row', () => {
  it('keeps what is empty, clears what is cleared and tidies texts without a word', () => {
    const { cells, found } = clean([
      ['FIRSTNAME', ' Anna\u00a0Bea '],
      ['LASTNAME', '='],
      ['TOWN', ''],
    ]);
    expect(cells).toEqual({ FIRSTNAME: 'Anna Bea', LASTNAME: null, TOWN: undefined });
    expect(found).toEqual([]);
  });

  it('tells of control characters, and leaves a cell alone that holds nothing else', () => {
    const { cells, found } = clean([
      ['FIRSTNAME', 'An\u0007na'],
      ['LASTNAME', '\u0007'],
    ]);
    expect(cells).toEqual({ FIRSTNAME: 'Anna', LASTNAME: undefined });
    expect(found?.map(([field, code]) => [field, code])).toEqual([
      ['FIRSTNAME', 'control-characters-removed'],
      ['LASTNAME', 'control-characters-removed'],
    ]);
  });

  it('skips a cell that cannot be used, with its original value, and keeps the others', () => {
    const { cells, found } = clean([
      ['BIRTHDATE', '30.02.1999'],
      ['EMAIL1', 'Anna@X.org'],
    ]);
    expect(cells).toEqual({ BIRTHDATE: undefined, EMAIL1: 'anna@x.org' });
    expect(found).toEqual([['BIRTHDATE', 'bad-date', { value: '30.02.1999' }]]);
  });

  it('reads telephone numbers in the country of the row, wherever its column stands', () => {
    expect(
      clean([
        ['TELEPHONE', '021 613 21 11'],
        ['COUNTRY', 'Suisse'],
      ]).cells,
    ).toEqual({ TELEPHONE: '+41216132111', 'TELEPHONE~typed': '021 613 21 11', COUNTRY: 'CH' });
  });

  it('falls back to the country of the institution when the row has none or a wrong one', () => {
    expect(clean([['TELEPHONE', '01 40 15 80 00']]).cells?.TELEPHONE).toBe('+33140158000');
    expect(
      clean([
        ['COUNTRY', 'Nowhere'],
        ['TELEPHONE', '01 40 15 80 00'],
      ]).cells,
    ).toEqual({ COUNTRY: undefined, TELEPHONE: '+33140158000', 'TELEPHONE~typed': '01 40 15 80 00' });
  });

  it('reads dates in the order of the whole column, not of the cell', () => {
    const columns = [{ index: 0, samples: ['01/02/1980', '12/31/1981'] }];
    expect(clean([['BIRTHDATE', '01/02/1980']], columns).cells?.BIRTHDATE).toBe('1980-01-02');
    expect(clean([['BIRTHDATE', '01/02/1980']]).cells?.BIRTHDATE).toBe('1980-02-01');
    expect(clean([['BIRTHDATE', '01/02/1980']], [{ index: 0, samples: [], dateOrder: 'month-first' }]).cells?.BIRTHDATE).toBe('1980-01-02');
  });

  it('keeps line breaks in a remark only', () => {
    expect(
      clean([
        ['REMARK', 'a\r\nb'],
        ['LINE1', 'a\r\nb'],
      ]).cells,
    ).toEqual({ REMARK: 'a\nb', LINE1: 'a b' });
  });
});
