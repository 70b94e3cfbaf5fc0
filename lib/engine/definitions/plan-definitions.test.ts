import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CRITERION_SCOPES,
  CRITERION_TYPES,
  type CriterionUse,
  type DefinedCriterion,
  type Definitions,
  hasValues,
  INTERNET_USES,
} from './definition';
import { applied, PRESENT, planned, readLines } from './definitions.fixture';
import { codesInQuestion, planDefinitions } from './plan-definitions';
import { byPlace } from './plan-values';
import { readDefinitions } from './read-definitions';
import { writeDefinitions } from './write-definitions';

const HEAD = 'CODE;NAME;CONTACT_TYPE;DATA_TYPE;SECTION;LABEL_FR;VALUE;VALUE_FR;RANK;STATUS';

describe('a file of criteria', () => {
  it.each<[string, string[], string[]]>([
    ['creates one with its values', ['A;Name;BOTH;SINGLE;;;x', 'A;;;;;;y'], ['create A', 'extend A x', 'extend A y']],
    ['creates one without values', ['A;Name;BOTH;TEXT'], ['create A']],
    ['takes words in any case', ['A;Name;Both;multi;;;x'], ['create A', 'extend A x']],
    ['adds a value', ['GENRE;;;;;;Jazz'], ['extend GENRE Jazz']],
    ['relabels', ['GENRE;;;;;Genre;Opera;Opéra'], ['relabel GENRE', 'relabel GENRE Opera']],
    ['renames', ['GENRE;Taste'], ['relabel GENRE']],
    ['moves a value', ['GENRE;;;;;;Opera;;3'], ['reorder GENRE Opera']],
    ['changes the section', ['GENRE;;;;Tastes'], ['change GENRE']],
    ['retires a criterion', ['GENRE;;;;;;;;;RETIRED'], ['retire GENRE']],
    ['retires a value alone', ['GENRE;;;;;;Opera;;;RETIRED'], ['retire GENRE Opera']],
    ['changes nothing where it says what there is', ['GENRE;GENRE;BOTH;MULTI;;;Opera;;1;ACTIVE'], []],
    ['leaves alone what it leaves empty', ['GENRE;;;;;;Dance'], []],
    ['clears a label', ['GENRE;;;;=;=;Opera;='], []],
    ['ignores the example of the template', [], []],
  ])('%s', (_, lines, changes) => {
    expect(planned([HEAD, ...lines])).toMatchObject({ changes, problems: [] });
  });

  it.each<[string, string[], string]>([
    ['has no code', [';Name;BOTH;TEXT'], '2 CODE code-missing'],
    ['has too long a code', ['NINECHARS;Name;BOTH;TEXT'], '2 CODE code-unusable'],
    ['has a code with an equals sign', ['A=B;Name;BOTH;TEXT'], '2 CODE code-unusable'],
    ['has a value with a bar', ['GENRE;;;;;;a|b'], '2 VALUE value-unusable'],
    ['has an unknown type', ['A;Name;BOTH;LIST'], '2 DATA_TYPE word-unknown'],
    ['has a type that is cleared', ['A;Name;BOTH;='], '2 DATA_TYPE not-cleared'],
    ['has a name that is cleared', ['GENRE;='], '2 NAME not-cleared'],
    ['has a place that is no number', ['GENRE;;;;;;Opera;;first'], '2 RANK rank-unusable'],
    ['has an endless name', [`GENRE;${'x'.repeat(201)}`], '2 NAME text-too-long'],
    ['defines a new criterion by its value alone', ['A;;;;;;x'], '2 NAME incomplete'],
    ['gives a value to a criterion of free text', ['NICK;;;;;;x'], '2 VALUE takes-no-values'],
    ['says other than the row before', ['GENRE;Taste', 'GENRE;Tastes'], '3 NAME contradicts'],
    ['has a value a second time', ['GENRE;;;;;;Jazz', 'GENRE;;;;;;Jazz'], '3 VALUE contradicts'],
  ])('is refused where a row %s', (_, lines, problem) => {
    expect(planned([HEAD, ...lines]).problems).toEqual([problem]);
  });

  it('names value, expectation and row of what it refuses', () => {
    expect(readLines(HEAD, 'A;Name;BOTH;LIST').problems).toEqual([
      {
        row: 2,
        column: 'DATA_TYPE',
        code: 'definition-word-unknown',
        params: { column: 'DATA_TYPE', value: 'LIST', expected: 'SINGLE, MULTI, BOOLEAN, TEXT' },
      },
    ]);
  });

  it('refuses the values of a new criterion with it, and goes on with other rows', () => {
    const { changes, problems } = planned([HEAD, 'A;Name;BOTH;;;;x', 'A;;;;;;y', 'GENRE;;;;;;Jazz']);
    expect(problems).toEqual(['2 DATA_TYPE incomplete', '3 - first-refused']);
    expect(changes).toEqual(['extend GENRE Jazz']);
  });

  it('is read by its labels and below a title as well', () => {
    const rows = readLines('Our criteria', 'Code;Nom interne;Pour;Type', 'A;Name;BOTH;TEXT');
    expect(rows).toMatchObject({ list: 'criteria', rows: 1, problems: [], wanted: { criteria: [{ row: 3, code: 'A' }] } });
  });

  it('says which columns mean nothing', () => {
    expect(readLines(`${HEAD};Colour`, 'GENRE;Taste').ignored).toEqual(['Colour']);
  });

  it('is none where no row heads its columns', () => {
    expect(readDefinitions([{ row: 1, cells: ['LASTNAME', 'FIRSTNAME'] }])).toBeNull();
  });
});

describe('a file of structure types', () => {
  const head = 'CODE;LABEL_EN;RANK;STATUS';
  it.each<[string, string[], string[]]>([
    ['creates', ['FIRM;Company'], ['create FIRM']],
    ['relabels', ['SCHOOL;College'], ['relabel SCHOOL']],
    ['reorders', ['SCHOOL;;9'], ['reorder SCHOOL']],
    ['retires', ['SCHOOL;;;RETIRED'], ['retire SCHOOL']],
    ['leaves alone', ['SCHOOL;School;1;ACTIVE'], []],
  ])('%s', (_, lines, changes) => {
    expect(planned([head, ...lines])).toMatchObject({ changes, problems: [] });
  });

  it('puts a new one behind the others', () => {
    expect(planned([head, 'FIRM;Company']).plan.result.structureTypes).toMatchObject([{ value: 'FIRM', rank: 3 }]);
  });

  it('brings one back that was retired', () => {
    const present = applied(planned([head, 'CLUB;;;RETIRED']).plan, PRESENT);
    expect(planned([head, 'CLUB;;;ACTIVE'], present).changes).toEqual(['reinstate CLUB']);
  });
});

describe('a criterion that contacts have', () => {
  const use = (code: string, some: Partial<CriterionUse>) => new Map([[code, { individuals: 0, structures: 0, several: 0, ...some }]]);
  it.each([
    ['SEAT', 'MULTI', { individuals: 1 }, []],
    ['SEAT', 'BOOLEAN', {}, ['type-has-values']],
    ['SEAT', 'TEXT', { individuals: 1 }, ['type-has-values']],
    ['GENRE', 'SINGLE', { individuals: 2, several: 1 }, ['type-in-use']],
    ['GENRE', 'SINGLE', { individuals: 2 }, []],
    ['VIP', 'TEXT', { individuals: 1 }, []],
    ['VIP', 'SINGLE', { individuals: 1 }, ['type-in-use']],
    ['VIP', 'SINGLE', {}, []],
    ['NICK', 'SINGLE', { structures: 1 }, ['type-in-use']],
    ['NICK', 'BOOLEAN', {}, []],
  ])('%s becomes %s with %j: %j', (code, type, some, expected) => {
    const { problems } = planned([HEAD, `${code};;;${type}`], PRESENT, use(code, some));
    expect(problems.map((problem) => problem.split('definition-').at(-1)?.split(' ').at(-1))).toEqual(expected);
  });

  it.each([
    ['GENRE', 'INDIVIDUAL', { structures: 1 }, ['2 CONTACT_TYPE scope-in-use']],
    ['GENRE', 'INDIVIDUAL', { individuals: 3 }, []],
    ['SEAT', 'STRUCTURE', { individuals: 1 }, ['2 CONTACT_TYPE scope-in-use']],
    ['SEAT', 'BOTH', { individuals: 1 }, []],
  ])('%s is for %s with %j: %j', (code, scope, some, expected) => {
    expect(planned([HEAD, `${code};;${scope}`], PRESENT, use(code, some)).problems).toEqual(expected);
  });

  it('still gets new values where its type may not change', () => {
    expect(planned([HEAD, 'GENRE;;;TEXT;;;Jazz'], PRESENT, use('GENRE', { individuals: 1 })).changes).toEqual(['extend GENRE Jazz']);
  });

  it('is asked about only where type or kind are to change', () => {
    const { wanted } = readLines(HEAD, 'GENRE;;;TEXT', 'SEAT;Seat;;SINGLE', 'NICK;;STRUCTURE', 'NEW;N;BOTH;TEXT');
    expect(codesInQuestion(wanted, PRESENT)).toEqual(['GENRE', 'NICK']);
  });
});

const text = fc.constantFrom('', 'Opéra', '=1+1', "'-x", '-5', '@you', '"quoted; text"', 'two words');
const labels = fc
  .record({ en: text, fr: text })
  .map(({ en, fr }) => ({ ...(en && !en.startsWith('=') && { en }), ...(fr && !fr.startsWith('=') && { fr }) }));
const value = fc.record({ value: fc.constantFrom('x', 'y z', "'+a", '-1', 'Été'), labels, rank: fc.nat(9999), retired: fc.boolean() });
const values = fc.uniqueArray(value, { selector: (each) => each.value, maxLength: 4 }).map((all) => [...all].sort(byPlace));
const definedCriterion: fc.Arbitrary<DefinedCriterion> = fc
  .record({
    code: fc.constantFrom('A', 'B B', "'-C", 'É', 'season'),
    name: fc.constantFrom('Name', '+name', "'=x"),
    labels,
    scope: fc.constantFrom(...CRITERION_SCOPES),
    type: fc.constantFrom(...CRITERION_TYPES),
    mandatory: fc.boolean(),
    centralised: fc.boolean(),
    internet: fc.constantFrom(...INTERNET_USES),
    section: fc.constantFrom('', 'Likes', '@home'),
    retired: fc.boolean(),
    values,
  })
  .map((criterion) => (hasValues(criterion.type) ? criterion : { ...criterion, values: [] }));
const definitions: fc.Arbitrary<Definitions> = fc.record({
  criteria: fc.uniqueArray(definedCriterion, { selector: ({ code }) => code, maxLength: 4 }),
  structureTypes: values,
});

const asTable = ({ header, rows }: { header: string[]; rows: string[][] }) => [header, ...rows].map((cells, at) => ({ row: at + 1, cells }));

describe.each(['criteria', 'structure-types'] as const)('definitions of %s that are exported', (list) => {
  it('come back without a change and without a problem', () => {
    fc.assert(
      fc.property(definitions, (present) => {
        const read = readDefinitions(asTable(writeDefinitions(list, present)));
        expect(read?.problems).toEqual([]);
        const plan = planDefinitions(read?.wanted ?? { criteria: [], structureTypes: [] }, present, new Map());
        expect(plan).toMatchObject({ changes: [], problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('make the same in an institution that has none, and once made they change nothing', () => {
    fc.assert(
      fc.property(definitions, (present) => {
        const none: Definitions = { criteria: [], structureTypes: [] };
        const { wanted } = readDefinitions(asTable(writeDefinitions(list, present))) ?? { wanted: none as never };
        const made = applied(planDefinitions(wanted, none, new Map()), none);
        expect(list === 'criteria' ? made.criteria : made.structureTypes).toEqual(list === 'criteria' ? present.criteria : present.structureTypes);
        expect(planDefinitions(wanted, made, new Map()).changes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
