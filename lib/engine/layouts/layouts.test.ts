import { describe, expect, it } from 'vitest';
import { cleanRows, prepareCleaning } from '@/lib/engine/clean';
import { FIELDS, type FieldCode, fieldOf } from '@/lib/engine/fields';
import { mapRows } from '@/lib/engine/map';
import { checkFile, INSTITUTION, type TypedRow } from '@/lib/engine/small-file.fixture';
import { LAYOUTS, layoutOf } from './index';
import { fieldHeaded } from './known-codes';
import { allowedLists, templateRows } from './template-rows';

const ofContacts = LAYOUTS.filter(({ columns }) => columns.every(({ group }) => group !== 'definition'));
const codesOf = (code: string) => layoutOf(code)?.columns.map((column) => column.code) ?? [];
const words = { group: (group: string) => `[${group}]`, rule: ({ type, length }: { type: string; length: number }) => `${type} ${length}` };

function cleaned(code: FieldCode, text: string) {
  const [row] = cleanRows(mapRows([{ row: 2, cells: [text] }], { 0: code }), prepareCleaning(INSTITUTION, { 0: code }, []));
  return { value: row?.cells[code], issues: row?.issues };
}

describe('the layouts', () => {
  it('are found by their codes alone', () => {
    expect(LAYOUTS.map(({ code }) => code)).toEqual([
      'extended',
      'generic',
      'sam',
      'roundtrip',
      'pairs',
      'legacy',
      'removal',
      'criteria',
      'structure-types',
    ]);
    expect(layoutOf('Extended')).toBeUndefined();
  });

  it.each(LAYOUTS.map((layout) => [layout.code, layout] as const))(
    '%s has each column once, with an example or like one that has',
    (_, { columns }) => {
      const codes = columns.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { code, example, allowed, length } of columns) {
        expect(example !== '' || /CRIT\d/.test(code), code).toBe(true);
        if (allowed.length > 0) expect(allowed, code).toContain(example);
        expect([...example].length, code).toBeLessThanOrEqual(length);
      }
    },
  );

  it('keep the order of the format', () => {
    const order = FIELDS.map(({ code }) => code as string);
    for (const { columns } of ofContacts) {
      const places = columns.map(({ code }) => order.indexOf(fieldHeaded(code) ?? ''));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('differ in the columns they are named for', () => {
    const codes = FIELDS.filter(({ own }) => !own).map(({ code }) => code);
    expect(codesOf('extended')).toEqual(codes.filter((code) => code !== 'ROLE'));
    expect(codesOf('generic')).toEqual(codesOf('extended'));
    expect(codesOf('legacy')).toEqual(codes);
    expect(codes).not.toContain('CONSENT_DATE');
    expect(codesOf('removal')).toEqual(['INSTITUTION', 'OPERATION', 'CONTACT_NR', 'FIRSTNAME', 'LASTNAME']);
    const codesOfOurs = FIELDS.map(({ code }) => code);
    expect(codesOf('roundtrip')).toEqual(codesOfOurs.filter((code) => code !== 'ROLE'));
    expect(codesOf('pairs').slice(0, 6)).toEqual(['INSTITUTION', '[old]ORGANIZATION', '[new]ORGANIZATION', 'OPERATION', 'CONTACT_NR', '[old]TITLE']);
    expect(codesOf('sam').slice(0, 3)).toEqual(['TITLE', 'FIRSTNAME', 'LASTNAME']);
    expect(codesOf('sam').filter((code) => ['OPERATION', 'CONTACT_NR', 'INSTITUTION'].includes(code))).toEqual([]);
  });

  it.each(ofContacts.map((layout) => [layout.code, layout] as const))(
    '%s has an example that is carried out without a word once it is about somebody',
    (code, { columns }) => {
      const example: TypedRow = { ...Object.fromEntries(columns.map((column) => [column.code, column.example])), LASTNAME: 'Bianchi' };
      const [row] = checkFile([example]);
      expect(row?.issues.map((issue) => issue.code)).toEqual(code === 'removal' ? ['removal-held'] : []);
    },
  );

  it.each(
    ofContacts
      .flatMap(({ columns }) => columns)
      .filter(({ code, allowed }, at, all) => allowed.length > 0 && all.findIndex((other) => other.code === code) === at),
  )('offer for $code only values that are taken as they stand', ({ code, allowed }) => {
    const field = fieldHeaded(code) as FieldCode;
    expect(fieldOf(field)).toBeTruthy();
    for (const value of allowed) expect(cleaned(field, value)).toEqual({ value, issues: [] });
  });

  it('offer removals nothing but operations that remove', () => {
    expect(layoutOf('removal')?.columns.find(({ code }) => code === 'OPERATION')?.allowed).toEqual(['INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP']);
  });
});

describe('the rows of a template', () => {
  it('have the codes in row 4 below group, label and rule where the layout is explained', () => {
    const extended = layoutOf('extended');
    const rows = extended ? templateRows(extended, 'fr', words) : [];
    expect(rows).toHaveLength(5);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['[global]', '', '', '[contact]', ''],
      ['Institution', 'Organisme', 'Opération', 'Numéro de contact', 'Civilité'],
      ['code 15', 'code 8', 'code 20', 'number 20', expect.stringMatching(/^code /)],
      ['INSTITUTION', 'ORGANIZATION', 'OPERATION', 'CONTACT_NR', 'TITLE'],
      ['OPERA', '*', 'INSERT', '0001042', 'MRS'],
    ]);
  });

  it('have the codes in row 1 otherwise', () => {
    const removal = layoutOf('removal');
    expect(removal && templateRows(removal, 'en', words)).toEqual([codesOf('removal'), ['OPERA', 'INVALIDATE', '0001042', 'Giulia', 'Rossi']]);
  });

  it('come with the values of the columns that have a list', () => {
    const removal = layoutOf('removal');
    expect(removal && allowedLists(removal)).toEqual([['OPERATION', 'INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP']]);
  });
});
