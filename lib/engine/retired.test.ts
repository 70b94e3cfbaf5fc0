import { describe, expect, it } from 'vitest';
import type { InstitutionContext } from './institution-context';
import { suggestMapping } from './mapping/suggest-mapping';
import { prepareExport } from './round-trip/export-rows';
import { INSTITUTION, planFile, planRaw, stored, type TypedRow } from './small-file.fixture';
import type { Mapping, StoredContact } from './types';

/** The institution with Dance, the criterion SEAT and the structure type LYCEE retired, and VIP and LEVEL mandatory online. */
const RETIRED: InstitutionContext = {
  ...INSTITUTION,
  criteria: INSTITUTION.criteria.map((criterion) => {
    if (criterion.code === 'SEASON') return { ...criterion, retiredValues: ['Dance'] };
    return criterion.code === 'SEAT' ? { ...criterion, retired: true } : criterion;
  }),
  lists: {
    ...INSTITUTION.lists,
    STRUCT_TYPE: [
      { code: 'SCHOOL', labels: {} },
      { code: 'LYCEE', labels: { fr: 'Lycée' }, retired: true },
    ],
  },
};

const MANDATORY: InstitutionContext = {
  ...INSTITUTION,
  criteria: INSTITUTION.criteria.map((criterion) =>
    ['VIP', 'LEVEL', 'NICK'].includes(criterion.code) ? { ...criterion, mandatory: true } : criterion,
  ),
};

const person = (fields: StoredContact['fields']) => stored({ number: '7', fields: { LASTNAME: 'Bell', ...fields } });

describe('what is retired', () => {
  it.each<[string, TypedRow, StoredContact['fields'] | null, Record<string, unknown>, string[]]>([
    ['a new contact does not get a retired value', { CRIT01: 'SEASON=Dance' }, null, {}, ['criterion-value-retired Dance']],
    ['a new contact gets the others', { CRIT01: 'SEASON=Dance|Jazz' }, null, { '=SEASON': 'Jazz' }, ['criterion-value-retired Dance']],
    ['a known contact does not get it', { CRIT01: 'SEASON=Dance' }, { '=SEASON': 'Opera' }, {}, ['criterion-value-retired Dance']],
    ['who has it keeps it', { CRIT01: 'SEASON=Dance' }, { '=SEASON': 'Dance' }, {}, []],
    ['who has it keeps it among others', { CRIT01: 'SEASON=Dance|Opera' }, { '=SEASON': 'Dance' }, { '=SEASON': 'Dance|Opera' }, []],
    ['it is not added', { CRIT01: 'SEASON=||Dance|Jazz' }, { '=SEASON': 'Opera' }, { '=SEASON': 'Jazz|Opera' }, ['criterion-value-retired Dance']],
    ['it can be replaced', { CRIT01: 'SEASON=Jazz' }, { '=SEASON': 'Dance' }, { '=SEASON': 'Jazz' }, []],
    ['it can be cleared', { CRIT01: 'SEASON==' }, { '=SEASON': 'Dance' }, { '=SEASON': null }, []],
    ['nothing of a retired criterion is taken', { CRIT01: 'SEAT=Stalls' }, { '=SEAT': 'Balcony' }, {}, ['criterion-retired Stalls']],
    ['nor refuses what is unknown its row', { CRIT01: 'SEAT=Gallery' }, null, {}, ['criterion-retired Gallery']],
    ['it stays with who has it', { CRIT01: 'SEAT=Stalls' }, { '=SEAT': 'Stalls' }, {}, []],
    ['and can be cleared', { CRIT01: 'SEAT==' }, { '=SEAT': 'Stalls' }, { '=SEAT': null }, []],
  ])('%s', (_, cells, fields, after, issues) => {
    const row: TypedRow = fields ? { OPERATION: 'UPDATE', CONTACT_NR: '7', ...cells } : { OPERATION: 'INSERT', LASTNAME: 'Bell', ...cells };
    const [plan] = planFile([row], fields ? [person(fields)] : [], RETIRED);
    const { LASTNAME: _name, PREF_LANG, TITLE, ...rest } = plan?.changes[0]?.after ?? {};
    expect(rest).toEqual(after);
    expect(plan?.issues.map(({ code, params, level }) => [level, code, params.value].join(' '))).toEqual(issues.map((text) => `warning ${text}`));
  });

  it.each<[string, string | undefined, string | undefined, string[]]>([
    ['LYCEE', undefined, undefined, ['structure-type-retired']],
    ['lycée', undefined, undefined, ['taken-from-list', 'structure-type-retired']],
    ['LYCEE', 'SCHOOL', 'SCHOOL', ['structure-type-retired']],
    ['LYCEE', 'LYCEE', 'LYCEE', []],
  ])('the structure type %s where %s is stored ends as %s', (typed, before, after, codes) => {
    const school = stored({ kind: 'structure', number: '7', fields: { OFFICIAL_NAME: 'School', ...(before && { STRUCT_TYPE: before }) } });
    const [plan] = planFile([{ OPERATION: 'UPDATE', CONTACT_NR: '7', STRUCT_TYPE: typed }], [school], RETIRED);
    expect(plan?.changes[0]?.after.STRUCT_TYPE ?? before).toBe(after);
    expect(plan?.issues.map(({ code }) => code)).toEqual(codes);
  });

  it.each(['roundtrip', 'pairs'] as const)('comes back with an export as %s without a change and without a word', (layout) => {
    const known = [person({ '=SEASON': 'Dance|Opera', '=SEAT': 'Balcony' })];
    const exporting = prepareExport(INSTITUTION, { layout, groups: new Set(['criteria']), criterionColumns: 3 });
    const columns = exporting.header.map((header, index) => ({ index, header, filled: 1, rows: 1, distinct: 1, samples: [] }));
    const mapping: Mapping = Object.fromEntries(suggestMapping(columns).map(({ index, field }) => [index, field]));
    const rows = exporting.rows(known);
    expect(planRaw(rows, mapping, known, RETIRED)).toMatchObject([{ bucket: 'unchanged', issues: [] }]);
  });
});

describe('a criterion that is mandatory online', () => {
  const told = (rows: TypedRow[], contacts: StoredContact[] = []) =>
    planFile(rows, contacts, MANDATORY).map(({ bucket, issues }) => [
      bucket,
      ...issues.filter(({ code }) => code === 'mandatory-criterion-missing').map(({ level, params }) => `${level} ${params.criterion}`),
    ]);

  it('is told of new contacts that can have it, and refuses nobody', () => {
    expect(told([{ LASTNAME: 'Bell' }])).toEqual([['created', 'info VIP', 'info NICK']]);
    expect(told([{ LASTNAME: 'Bell', CRIT01: 'VIP=T', CRIT02: 'NICK=Bob' }])).toEqual([['created']]);
    expect(told([{ OFFICIAL_NAME: 'School' }])).toEqual([['created', 'info NICK', 'info LEVEL']]);
    expect(told([{ OFFICIAL_NAME: 'School', LASTNAME: 'Bell' }])).toEqual([['created', 'info LEVEL', 'info VIP', 'info NICK']]);
  });

  it('is not told of contacts that are there', () => {
    expect(told([{ OPERATION: 'UPDATE', CONTACT_NR: '7', REMARK: 'x' }], [person({})])).toEqual([['updated']]);
  });
});
