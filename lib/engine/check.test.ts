import { describe, expect, it } from 'vitest';
import { checkRows, prepareChecking } from './check';
import { cleanRows, prepareCleaning } from './clean';
import { mapRows } from './map';
import { checkFile, INSTITUTION, type TypedRow } from './small-file.fixture';

const check = (row: TypedRow) => {
  const [checked] = checkFile([row]);
  return {
    kind: checked?.kind,
    refusal: checked?.refusal,
    operation: checked?.operation,
    codes: checked?.issues.map(({ code }) => code),
    ...checked,
  };
};

describe('what a row is about', () => {
  it.each([
    [{ FIRSTNAME: 'Anna' }, 'individual'],
    [{ LASTNAME: 'Bell' }, 'individual'],
    [{ LASTNAME: '=' }, 'individual'],
    [{ OFFICIAL_NAME: 'School' }, 'structure'],
    [{ OFFICIAL_NAME: 'School', LASTNAME: 'Bell' }, 'structureAndRelay'],
    [{ OFFICIAL_NAME: 'School', FIRSTNAME: 'Anna' }, 'structureAndRelay'],
    [{ EMAIL1: 'a@b.org' }, 'unnamed'],
  ] as const)('%j is about %s', (row, kind) => {
    expect(check(row).kind).toBe(kind);
  });
});

describe('what a row asks for', () => {
  it.each([
    ['INSERT', 'INSERT', null],
    ['', 'INSERT', null],
    ['update', 'UPDATE', null],
    ['UPDATEACT', 'UPDATEACT', null],
    ['CONFIG', 'CONFIG', 'not_imported'],
    ['INVALIDATE', 'INVALIDATE', 'held'],
    ['DELETE', 'DELETE', 'held'],
    ['ANONYMIZE', 'ANONYMIZE', 'held'],
    ['DROP', 'DROP', 'held'],
  ] as const)('OPERATION %j is %s and ends as %s', (typed, operation, refusal) => {
    const [, checked] = checkFile([
      { OPERATION: 'INSERT', LASTNAME: 'x' },
      { OPERATION: typed, LASTNAME: 'Bell', CONTACT_NR: '12' },
    ]);
    expect([checked?.operation, checked?.refusal]).toEqual([operation, refusal]);
  });

  it('is found out by identity where the file has no column of operations', () => {
    expect(check({ LASTNAME: 'Bell' })).toMatchObject({ operation: 'ADD_OR_UPDATE', refusal: null });
  });

  it('refuses a word that is no operation', () => {
    expect(check({ OPERATION: 'MERGE', LASTNAME: 'Bell' })).toMatchObject({ refusal: 'refused', codes: ['unknown-operation'] });
  });
});

describe('rules of the row', () => {
  it.each([
    [{ INSTITUTION: 'OPERA' }, null, []],
    [{ INSTITUTION: 'MUSEUM' }, 'refused', ['other-institution']],
    [{ ORGANIZATION: '*' }, null, []],
    [{ ORGANIZATION: 'BALLET' }, null, []],
    [{ ORGANIZATION: 'CHOIR' }, 'refused', ['unknown-organization']],
    [{ INSTITUTION: '=' }, 'refused', ['clear-not-allowed']],
    [{ CONTACT_NR: '=' }, 'refused', ['clear-not-allowed']],
    [{ OFFICIAL_NAME: '=' }, 'refused', ['clear-not-allowed']],
    [{ EMAIL1: '=' }, null, []],
    [{ OPERATION: 'INSERT', CONTACT_NR: '00042' }, null, []],
    [{ OPERATION: 'INSERT', CONTACT_NR: 'A-42' }, 'refused', ['number-not-digits']],
    [{ OPERATION: 'UPDATE', CONTACT_NR: 'A-42' }, null, []],
    [{ TOWN: 'x'.repeat(60), TOWN_COMPLEMENT: 'y'.repeat(39) }, null, []],
    [{ TOWN: 'x'.repeat(60), TOWN_COMPLEMENT: 'y'.repeat(40) }, 'refused', ['town-too-long']],
    [{ ROLE: 'PUBLIC' }, null, []],
    [{ ROLE: 'RELAY' }, null, ['role-contradicts-names']],
    [{ ROLE: 'RELAY', OFFICIAL_NAME: 'School' }, null, []],
    [{ ROLE: 'PUBLIC', OFFICIAL_NAME: 'School' }, null, ['role-contradicts-names']],
    [{ BIRTHDATE: 'unknown' }, null, ['bad-date']],
    [{ COUNTRY: 'UK' }, 'refused', ['country-code-mistaken']],
    [{ LINE1: 'x'.repeat(101) }, 'refused', ['text-too-long']],
    [{ ADDRESS_NAME1: 'x'.repeat(39) }, null, ['text-shortened']],
  ] as const)('%j: %s %j', (given, refusal, codes) => {
    const checked = check({ LASTNAME: 'Bell', ...given });
    expect([checked.refusal, checked.codes]).toEqual([refusal, codes]);
  });
});

describe('criteria', () => {
  it.each([
    [{ CRIT01: 'SEASON=Opera' }, { '=SEASON': 'Opera' }, []],
    [{ CRIT01: 'SEASON=Opera|Dance' }, { '=SEASON': 'Dance|Opera' }, []],
    [{ CRIT01: 'SEASON=Opera', CRIT02: 'SEASON=Dance' }, { '=SEASON': 'Dance|Opera' }, []],
    [{ CRIT01: 'SEASON=||Jazz' }, { '=SEASON': '||Jazz' }, []],
    [{ CRIT01: 'SEASON==' }, { '=SEASON': null }, []],
    [{ CRIT01: 'SEAT=Stalls', CRIT50: 'VIP=true' }, { '=SEAT': 'Stalls', '=VIP': 'T' }, []],
    [{ CRIT01: 'NICK=Anything goes' }, { '=NICK': 'Anything goes' }, []],
    [{ CRIT01: 'SEASON=' }, {}, []],
    [{ CRIT01: 'SEASON=Ballet' }, {}, ['unknown-criterion-value']],
    [{ CRIT01: 'SEASON=opera' }, {}, ['unknown-criterion-value']],
    [{ CRIT01: 'VIP=maybe' }, {}, ['unknown-criterion-value']],
    [{ CRIT01: 'SEAT=Stalls|Balcony' }, {}, ['one-criterion-value-only']],
    [{ CRIT01: 'SEAT=Stalls', CRIT02: 'SEAT=Balcony' }, { '=SEAT': 'Stalls' }, ['one-criterion-value-only']],
    [{ CRIT01: 'COLOUR=Red' }, {}, ['unknown-criterion']],
    [{ CRIT01: 'Opera' }, {}, ['criterion-without-code']],
    [{ CRIT01: '=' }, {}, ['criterion-without-code']],
  ] as const)('%j is %j %j', (given, cells, codes) => {
    const checked = check({ LASTNAME: 'Bell', ...given });
    expect(checked.cells).toEqual({ LASTNAME: 'Bell', ...cells });
    expect(checked.codes).toEqual(codes);
    expect(checked.refusal).toBe(codes.length > 0 ? 'refused' : null);
  });

  it('are not judged in a row that only removes', () => {
    expect(check({ OPERATION: 'DROP', CONTACT_NR: '1', CRIT01: 'COLOUR=Red' })).toMatchObject({ refusal: 'held', codes: ['removal-held'] });
  });

  it('take their code from the last CONFIG row, and back what it did not set', () => {
    const rows = checkFile([
      { OPERATION: 'INSERT', CRIT01: 'SEASON=Jazz' },
      { OPERATION: 'CONFIG', CRIT01: 'SEASON', CRIT02: 'SEAT=' },
      { OPERATION: 'INSERT', CRIT01: 'Opera|Dance', CRIT02: '=' },
      { OPERATION: 'INSERT', CRIT01: 'SEASON=Jazz', CRIT02: 'Stalls' },
      { OPERATION: 'CONFIG', CRIT02: 'SEAT' },
      { OPERATION: 'INSERT', CRIT01: 'Opera', CRIT02: 'Balcony' },
    ]);
    expect(rows.map(({ cells, issues }) => [cells['=SEASON'], cells['=SEAT'], issues.map(({ code }) => code)])).toEqual([
      ['Jazz', undefined, []],
      [undefined, undefined, ['config-row']],
      ['Dance|Opera', null, []],
      ['Jazz', 'Stalls', []],
      [undefined, undefined, ['config-row']],
      [undefined, 'Balcony', ['criterion-without-code']],
    ]);
  });

  it('keep the codes of a CONFIG row from chunk to chunk', () => {
    const mapping = { 0: 'OPERATION', 1: 'CRIT01' } as const;
    const cleaning = prepareCleaning(INSTITUTION, mapping, []);
    const chunk = (row: number, cells: string[]) => cleanRows(mapRows([{ row, cells }], mapping), cleaning);
    const checking = prepareChecking(INSTITUTION, mapping);
    const { carried } = checkRows(chunk(2, ['CONFIG', 'SEASON']), checking);
    expect(checkRows(chunk(3, ['INSERT', 'Opera']), checking, carried).rows[0]?.cells['=SEASON']).toBe('Opera');
    expect(checkRows(chunk(3, ['INSERT', 'Opera']), checking).rows[0]?.refusal).toBe('refused');
  });
});
