import { describe, expect, it } from 'vitest';
import { applyPlan, checkFile, planFile, stored, type TypedRow } from '@/lib/engine/small-file.fixture';

const school = (ADMIN_NUMBER?: string) =>
  stored({ id: 's', number: '9', kind: 'structure', fields: { OFFICIAL_NAME: 'School', ...(ADMIN_NUMBER && { ADMIN_NUMBER }) } });

describe('the administrative numbers of a structure', () => {
  it.each<[string, string | undefined, string, string | undefined]>([
    ['are code and value', undefined, 'SIRET = 404 833 048', 'SIRET=404 833 048'],
    ['are added to those there', 'SIRET=1', 'VAT=2', 'SIRET=1|VAT=2'],
    ['take the place of one with their code', 'SIRET=1|VAT=2', 'SIRET=3', 'SIRET=3|VAT=2'],
    ['may be several in a cell', undefined, 'VAT=2|SIRET=1', 'SIRET=1|VAT=2'],
    ['are all cleared by =', 'SIRET=1|VAT=2', '=', undefined],
    ['are left alone by an empty cell', 'SIRET=1', '', 'SIRET=1'],
  ])('%s', (_, before, cell, after) => {
    const row: TypedRow = { CONTACT_NR: '9', ADMIN_NUMBER: cell };
    const contacts = applyPlan(planFile([row], [school(before)]), [school(before)]);
    expect(contacts[0]?.fields.ADMIN_NUMBER).toBe(after);
    expect(planFile([row], contacts)[0]?.bucket).toBe('unchanged');
  });

  it('take their code from the CONFIG row above', () => {
    const rows = checkFile([
      { OPERATION: 'UPDATE', ADMIN_NUMBER: '404' },
      { OPERATION: 'CONFIG', ADMIN_NUMBER: 'SIRET=' },
      { OPERATION: 'UPDATE', ADMIN_NUMBER: '404' },
      { OPERATION: 'UPDATE', ADMIN_NUMBER: 'VAT=2' },
      { OPERATION: 'CONFIG', ADMIN_NUMBER: '' },
      { OPERATION: 'UPDATE', ADMIN_NUMBER: '404' },
    ]);
    expect(rows.map(({ cells }) => cells.ADMIN_NUMBER)).toEqual([undefined, 'SIRET=', 'SIRET=404', 'VAT=2', undefined, undefined]);
    expect(rows.flatMap(({ row, issues }) => issues.filter(({ code }) => code === 'bad-admin-number').map(() => row))).toEqual([2, 7]);
  });

  it.each(['404', 'SIRET=', '=404 ', 'NINELONG1=404', 'SIRET=1|', 'SIR ET=1'])('are skipped with a warning where a cell says "%s"', (cell) => {
    const [planned] = planFile([{ OFFICIAL_NAME: 'School', ADMIN_NUMBER: cell }]);
    expect(planned?.bucket).toBe('created');
    expect(planned?.changes[0]?.after).not.toHaveProperty('ADMIN_NUMBER');
    expect(planned?.issues).toMatchObject([{ code: 'bad-admin-number', level: 'warning', params: { value: cell.trim() } }]);
  });

  it('of several rows of a file add up', () => {
    const planned = planFile([
      { OFFICIAL_NAME: 'School', ADMIN_NUMBER: 'SIRET=1' },
      { OFFICIAL_NAME: 'School', ADMIN_NUMBER: 'VAT=2' },
      { OFFICIAL_NAME: 'School', ADMIN_NUMBER: 'VAT=2' },
    ]);
    expect(planned[0]?.changes[0]?.after.ADMIN_NUMBER).toBe('SIRET=1|VAT=2');
    expect(planned.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(['merged-into-row', 'merged-into-row']);
  });
});

describe('the number of employees', () => {
  it.each([
    ['120', '120'],
    ['1 200', '1200'],
    ['1’200', '1200'],
    ['007', '7'],
    ['0', '0'],
    ['about 20', undefined],
    ['-5', undefined],
    ['10-49', undefined],
    ['1.5', undefined],
  ])('of "%s" is %s', (cell, count) => {
    const [row] = checkFile([{ OFFICIAL_NAME: 'School', NB_EMPLOYEES: cell }]);
    expect(row?.cells.NB_EMPLOYEES).toBe(count);
    expect(row?.issues.map(({ code }) => code)).toEqual(count === undefined ? ['bad-count'] : []);
  });
});
