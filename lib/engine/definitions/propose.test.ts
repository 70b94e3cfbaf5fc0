import { describe, expect, it } from 'vitest';
import { cleanRows, prepareCleaning } from '@/lib/engine/clean';
import type { InstitutionContext } from '@/lib/engine/institution-context';
import { mapRows } from '@/lib/engine/map';
import { INSTITUTION, planRaw } from '@/lib/engine/small-file.fixture';
import type { Mapping } from '@/lib/engine/types';
import { MOST_VALUES, type ProposedDefinition, proposalsOf, propose, startProposing, withProposals } from './propose';

const MAPPING: Mapping = { 0: 'OPERATION', 1: 'LASTNAME', 2: 'OFFICIAL_NAME', 3: 'STRUCT_TYPE', 4: 'CRIT01', 5: 'CRIT02' };

/** What a file of these rows proposes; a row is its operation, names, structure type and two criteria. */
function proposed(rows: readonly string[][], institution: InstitutionContext = INSTITUTION, mapping = MAPPING): ProposedDefinition[] {
  const proposing = startProposing(institution);
  const cleaning = prepareCleaning(institution, mapping, []);
  // A chunk for each row: what CONFIG rows say goes on.
  for (const [at, cells] of rows.entries()) propose(cleanRows(mapRows([{ row: at + 2, cells }], mapping), cleaning), proposing);
  return proposalsOf(proposing);
}

const short = (proposals: readonly ProposedDefinition[]) =>
  proposals.map(({ code, value, type, row }) => [code, value && `= ${value}`, type, `row ${row}`].filter(Boolean).join(' '));

const person = (...criteria: string[]) => ['INSERT', 'Bell', '', '', ...criteria];

describe('what a file needs that is not defined', () => {
  it.each<[string, string[][], string[]]>([
    ['nothing where everything is known', [person('SEASON=Opera', 'NICK=Bob')], []],
    [
      'a list where rows hold one value',
      [person('NEW=a'), person('NEW=b'), person('NEW=a')],
      ['NEW single row 2', 'NEW = a single row 2', 'NEW = b single row 3'],
    ],
    ['a list of several where a row has several', [person('NEW=a|b')], ['NEW multi row 2', 'NEW = a multi row 2', 'NEW = b multi row 2']],
    ['the same from two columns', [person('NEW=a', 'NEW=b')], ['NEW multi row 2', 'NEW = a multi row 2', 'NEW = b multi row 2']],
    ['yes or no where there is nothing else', [person('NEW=T'), person('NEW=false')], ['NEW boolean row 2']],
    ['a value of a criterion that is there', [person('SEASON=Opera|Circus')], ['SEASON = Circus multi row 2']],
    ['nothing of yes or no', [person('VIP=maybe')], []],
    ['nothing of a code that cannot be one', [person('MUCHTOOLONG=a')], []],
    ['nothing of a cell that clears', [person('NEW==')], []],
    ['a criterion that a CONFIG row names', [['CONFIG', '', '', '', 'NEW', ''], person('a')], ['NEW single row 3', 'NEW = a single row 3']],
    ['nothing of rows that remove', [['DELETE', '', '', '', 'NEW=a', '']], []],
    ['an unlisted structure type', [['INSERT', '', 'Works', 'FACTORY', '', '']], ['FACTORY row 2']],
    ['no structure type that a label names', [['INSERT', '', 'Lycée', 'école', '', '']], []],
    ['no structure type that is too long', [['INSERT', '', 'Works', 'NINECHARS', '', '']], []],
  ])('is %s', (_, rows, expected) => {
    expect(short(proposed(rows))).toEqual(expected);
  });

  it('is every structure type where the institution keeps no list', () => {
    expect(short(proposed([['INSERT', '', 'Works', 'FACTORY', '', '']], { ...INSTITUTION, lists: {} }))).toEqual(['FACTORY row 2']);
  });

  it('is never what was retired', () => {
    const institution: InstitutionContext = {
      ...INSTITUTION,
      criteria: [
        { code: 'SEASON', type: 'multi', scope: 'BOTH', values: ['Opera'], retiredValues: ['Opera'] },
        { code: 'OLD', type: 'single', scope: 'BOTH', values: [], retired: true },
      ],
      lists: { STRUCT_TYPE: [{ code: 'CLUB', labels: {}, retired: true }] },
    };
    expect(proposed([person('SEASON=Opera', 'OLD=a'), ['INSERT', '', 'Club', 'CLUB', '', '']], institution)).toEqual([]);
  });

  const many = Array.from({ length: MOST_VALUES + 1 }, (_, at) => `v${at}`);

  it('is free text where there are more values than people choose from', () => {
    expect(short(proposed(many.map((value) => person(`NEW=${value}`))))).toEqual(['NEW text row 2']);
  });

  it('is nothing where so many values are given together, or to a list that is there', () => {
    expect(proposed([person(`NEW=${many.join('|')}`)])).toEqual([]);
    expect(proposed(many.map((value) => person(`SEASON=${value}`)))).toEqual([]);
  });

  it('is told by the values wanted of a file with values before and after', () => {
    const mapping: Mapping = { 0: 'CONTACT_NR', 1: 'CRIT01<old>', 2: 'CRIT01' };
    expect(
      short(
        proposed(
          [
            ['7', 'SEASON=Opera', 'SEASON=Circus'],
            ['8', 'NEW=a', 'NEW=a'],
          ],
          INSTITUTION,
          mapping,
        ),
      ),
    ).toEqual(['SEASON = Circus multi row 2']);
  });
});

it('with what it needs defined a file is planned as if it had always been there', () => {
  const rows = [person('NEW=a|b', 'SEASON=Circus'), ['INSERT', '', 'Works', 'FACTORY', '', '']];
  expect(planRaw(rows, MAPPING, [])).toMatchObject([{ bucket: 'refused' }, { bucket: 'refused' }]);
  const institution = withProposals(INSTITUTION, proposed(rows));
  expect(planRaw(rows, MAPPING, [], institution)).toMatchObject([
    { bucket: 'created', issues: [], changes: [{ after: { '=NEW': 'a|b', '=SEASON': 'Circus' } }] },
    { bucket: 'created', issues: [], changes: [{ after: { STRUCT_TYPE: 'FACTORY' } }] },
  ]);
  expect(proposed(rows, institution)).toEqual([]);
});
