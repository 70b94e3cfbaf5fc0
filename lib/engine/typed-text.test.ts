import { describe, expect, it } from 'vitest';
import { applyPlan, checkFile, planFile, stored, type TypedRow } from './small-file.fixture';

const NUMBER = '+33140158000';
const known = stored({ fields: { LASTNAME: 'Bell', TELEPHONE: NUMBER, 'TELEPHONE~typed': '01 40 15 80 00' } });

describe('a number as typed', () => {
  it.each<[string, string, string | null | undefined, string | undefined]>([
    ['a number in another form', '01.40.15.80.00', NUMBER, '01.40.15.80.00'],
    ['a number with blanks nobody typed on purpose', '\u00a001\u202f40158000 ', NUMBER, '01 40158000'],
    ['a number in normal form', NUMBER, NUMBER, undefined],
    ['no number', '01 SVP 77 77', '01 SVP 77 77', undefined],
    ['a cell that clears', '=', null, undefined],
    ['an empty cell', '', undefined, undefined],
  ])('stands beside it where it is another text: %s', (_, typed, value, kept) => {
    const [row] = checkFile([{ LASTNAME: 'Bell', TELEPHONE: typed }]);
    expect(row?.cells.TELEPHONE).toBe(value);
    expect(row?.cells['TELEPHONE~typed']).toBe(kept);
  });

  it.each<[string, string, Record<string, string | null>, Record<string, string | null>]>([
    ['the same number written differently changes nothing', '0140158000', {}, {}],
    [
      'another number takes its own along',
      '01 40 15 80 01',
      { TELEPHONE: NUMBER, 'TELEPHONE~typed': '01 40 15 80 00' },
      { TELEPHONE: '+33140158001', 'TELEPHONE~typed': '01 40 15 80 01' },
    ],
    [
      'another number in normal form leaves none',
      '+33140158001',
      { TELEPHONE: NUMBER, 'TELEPHONE~typed': '01 40 15 80 00' },
      { TELEPHONE: '+33140158001', 'TELEPHONE~typed': null },
    ],
    ['clearing the number clears it', '=', { TELEPHONE: NUMBER, 'TELEPHONE~typed': '01 40 15 80 00' }, { TELEPHONE: null, 'TELEPHONE~typed': null }],
  ])('%s', (_, typed, before, after) => {
    const [row] = planFile([{ CONTACT_NR: '100', TELEPHONE: typed }], [known]);
    expect(row?.changes[0]).toMatchObject({ kind: Object.keys(after).length > 0 ? 'update' : 'unchanged' });
    expect([row?.changes[0]?.before, row?.changes[0]?.after]).toEqual([before, after]);
  });

  it.each<[string, string[], string, string | undefined]>([
    ['the later number with its own text', ['01 40 15 80 00', '01.40.15.80.01'], '+33140158001', '01.40.15.80.01'],
    ['the later number without the text of the earlier', ['01 40 15 80 00', '+33140158001'], '+33140158001', undefined],
    ['the first text of one number', ['01 40 15 80 00', '01.40.15.80.00'], NUMBER, '01 40 15 80 00'],
  ])('of several rows about one contact is %s', (_, typed, number, text) => {
    const rows: TypedRow[] = typed.map((telephone) => ({ LASTNAME: 'Bell', EMAIL1: 'a@x.org', TELEPHONE: telephone }));
    const [contact] = applyPlan(planFile(rows), []);
    expect(contact?.fields).toMatchObject({ TELEPHONE: number });
    expect(contact?.fields['TELEPHONE~typed']).toBe(text);
  });

  it('goes to the structure and its relay with the number', () => {
    const [row] = planFile([{ LASTNAME: 'Bell', OFFICIAL_NAME: 'School', FAX: '01 40 15 80 00' }]);
    for (const { after } of row?.changes ?? []) expect(after).toMatchObject({ FAX: NUMBER, 'FAX~typed': '01 40 15 80 00' });
    expect(row?.changes).toHaveLength(2);
  });
});
