import { describe, expect, it } from 'vitest';
import { type LayoutCode, layoutOf } from '@/lib/engine';
import { LANGUAGES } from '@/lib/i18n';
import { bookOf, FIELD_LAYOUTS, FILE_KINDS, fileOf, templateSheets, type Understood, understood } from './read-template.fixture';

const layout = (code: LayoutCode) => {
  const found = layoutOf(code);
  if (!found) throw new Error(code);
  return found;
};
const fileIssues = ({ reading }: Understood) => reading.issues.map(({ code, params }) => (params.value ? `${code} ${params.value}` : code));
const rowIssues = ({ checked }: Understood) => checked.map(({ row, refusal, issues }) => [row, refusal, ...issues.map(({ code }) => code)]);

const everyTemplate = FIELD_LAYOUTS.flatMap((layout) => LANGUAGES.flatMap((language) => FILE_KINDS.map((kind) => ({ layout, language, kind }))));

describe.each(everyTemplate)('the $layout.code template in $language with $kind', ({ layout, language, kind }) => {
  const [rows = []] = templateSheets(layout, language);
  const result = understood(fileOf(rows, kind));
  const codes = layout.columns.map(({ code }) => code);

  it('has its header where the codes are, and nothing is said about it', () => {
    expect(result.reading).toMatchObject({ headerRow: layout.explained ? 4 : 1, header: codes, issues: [] });
  });

  it('has every column mapped by its exact code', () => {
    expect(result.suggestions.map(({ field, reason }) => [field, reason])).toEqual(codes.map((code) => [code, 'field-code']));
  });

  it('has its example told and not imported', () => {
    expect(rowIssues(result)).toEqual([[layout.explained ? 5 : 2, 'not_imported', 'example-row']]);
  });
});

/** The complete template in French: three rows of explanations, codes, example. */
const [groups = [], labels = [], rules = [], codes = [], example = []] = templateSheets(layout('extended'), 'fr')[0] ?? [];
const person = codes.map((code) => ({ INSTITUTION: 'VENUE', FIRSTNAME: 'Ada', LASTNAME: 'Lovelace' })[code] ?? '');
const insertedAt = (at: number, column: readonly string[]) => (row: string[], line: number) => row.toSpliced(at, 0, column[line] ?? '');
const renamed = (names: Record<string, string>) => codes.map((code) => names[code] ?? code);
const OLDER = {
  INSTITUTION: 'INSTIT',
  OFFICIAL_NAME: 'STRUCT_NAME',
  STRUCT_TYPE: 'STRUCT_CODE',
  WEB_SITE: 'WEBSITE',
  TELEPHONE: 'PHONE 1',
  CRIT01: 'Crit1',
};
const withOwn = (at: number, column: string[]) => [groups, labels, rules, codes, person].map(insertedAt(at, column));
const titles = Array.from({ length: 6 }, (_, at) => [`Note ${at + 1}`, 'to whoever fills this in']);
const swapped = (row: string[]) => [...row.slice(0, 3), ...row.slice(3).reverse()];
const partly = (row: string[]) => row.map((cell, at) => (at % 2 === 0 ? '' : cell));

const CHANGED: [what: string, rows: string[][], headerRow: number, issues: string[]][] = [
  ['with its explanations deleted', [codes, person], 1, []],
  ['with one explanation left', [labels, codes, person], 2, []],
  ['with its explanations in another order', [rules, groups, labels, codes, person], 4, []],
  ['with its explanations partly emptied', [partly(groups), partly(labels), partly(rules), codes, person], 4, []],
  ['with its codes moved above the explanations', [codes, groups, labels, rules, person], 1, ['explanations-left-out']],
  ['with its codes between the explanations', [labels, codes, rules, person], 2, ['explanations-left-out']],
  ['below notes, with its codes in the tenth row', [...titles, groups, labels, rules, codes, person], 10, ['rows-before-header']],
  ['with a column of its own on the right', withOwn(codes.length, ['', '', '', 'My notes', 'x']), 4, []],
  ['with a column of its own in the middle', withOwn(7, ['', 'My notes', '', 'My notes', 'x']), 4, []],
  ['with a column of its own that has only a label', withOwn(7, ['', 'My notes', '', '', 'x']), 4, []],
  ['with a column of its own that looks like a code', withOwn(7, ['', '', '', 'MY_NOTES', 'x']), 4, ['unknown-codes MY_NOTES']],
  ['with a fifty-first criterion', withOwn(codes.length, ['', '', '', 'CRIT51', 'A=b']), 4, ['unknown-codes CRIT51']],
  ['with older codes', [groups, labels, rules, renamed(OLDER), person], 4, []],
  ['with its columns in another order', [groups, labels, rules, codes, person].map(swapped), 4, [`other-order ${codes.at(-2)}`]],
  ['with a code twice', withOwn(codes.length, ['', '', '', 'EMAIL1', 'x']), 4, ['code-twice EMAIL1']],
  ['with an older and a newer code of a field', withOwn(codes.length, ['', '', '', 'STRUCT_NAME', 'x']), 4, ['code-twice STRUCT_NAME']],
];

describe.each(['xlsx', 'semicolons'] as const)('the complete template with %s', (kind) => {
  it.each(CHANGED)('%s', (_, rows, headerRow, issues) => {
    const result = understood(fileOf(rows, kind));
    expect([result.reading.headerRow, ...fileIssues(result)]).toEqual([headerRow, ...issues]);
    expect(result.suggestions.flatMap(({ field }) => field ?? []).sort()).toEqual([...codes].sort());
    expect(rowIssues(result)).toEqual([[rows.length, null]]);
    expect(result.checked[0]?.cells).toMatchObject({ FIRSTNAME: 'Ada', LASTNAME: 'Lovelace' });
  });

  it.each(LANGUAGES)('with its codes deleted is read by its labels in %s, and its last explanation is no record', (language) => {
    const [[ownGroups = [], ownLabels = [], ownRules = []] = []] = templateSheets(layout('extended'), language);
    const result = understood(fileOf([ownGroups, ownLabels, ownRules, person], kind));
    expect(fileIssues(result)).toEqual(['rows-before-header', 'explanations-left-out']);
    expect(rowIssues(result)).toEqual([[4, null]]);
    expect(result.checked[0]?.cells).toMatchObject({ FIRSTNAME: 'Ada', LASTNAME: 'Lovelace' });
  });

  it('has the columns it cannot tell put to a person', () => {
    const rows = [codes.concat('CRIT51', 'EMAIL1', 'My notes'), person.concat('A=b', 'ada@example.org', 'x')];
    const asked = understood(fileOf(rows, kind)).suggestions.slice(codes.length);
    expect(asked.map(({ field, reason }) => [field, reason])).toEqual([
      [null, 'unknown-code'],
      [null, 'code-twice'],
      [null, 'no-match'],
    ]);
  });

  it('has its example told among records, as a spreadsheet may have rewritten it', () => {
    const rewritten = example.map((cell) => ({ '0001042': '1042', TRUE: 'VRAI', '31.12.1980': '31/12/80' })[cell] ?? cell);
    const own = example.map((cell, at) => ({ INSTITUTION: 'VENUE', LASTNAME: 'Bianchi', CRIT01: '' })[codes[at] as string] ?? cell);
    expect(rowIssues(understood(fileOf([codes, rewritten, own], kind))).map(([row, refusal]) => [row, refusal])).toEqual([
      [2, 'not_imported'],
      [3, null],
    ]);
  });
});

describe('a row of data below the codes', () => {
  it.each<[string, Record<string, string>]>([
    ['with two wrong cells', { INSTITUTION: 'VENUE', EMAIL1: 'unknown', COUNTRY: 'Nowhere' }],
    ['with one right cell among wrong ones', { EMAIL1: 'unknown', COUNTRY: 'Nowhere', BIRTHDATE: 'long ago', CNIL_O: 'TRUE' }],
    ['with names only', { FIRSTNAME: 'Ada', LASTNAME: 'Lovelace' }],
  ])('%s is no explanation', (_, cells) => {
    const result = understood(fileOf([codes, codes.map((code) => cells[code] ?? '')], 'semicolons'));
    expect([...fileIssues(result), ...result.checked.map(({ row }) => row)]).toEqual([2]);
  });
});

describe('a workbook in the format', () => {
  const readMe = [['How to fill in this book'], ['INSTITUTION', 'whose contacts these are'], ['OPERATION', 'what is to be done']];
  const without = (code: string, rows: string[][]) => {
    const at = rows.find((row) => row.includes(code))?.indexOf(code) ?? -1;
    return rows.map((row) => row.toSpliced(at, 1));
  };

  it.each(FIELD_LAYOUTS.flatMap((layout) => LANGUAGES.map((language) => [layout.code, language, layout] as const)))(
    '%s in %s is opened at its rows, wherever their sheet stands',
    (_, language, layout) => {
      const [rows = [], values = []] = templateSheets(layout, language);
      expect(understood(bookOf([readMe, values, rows])).reading.sheet).toBe(2);
      expect(understood(bookOf([readMe, rows, values])).reading.sheet).toBe(1);
    },
  );

  it('is opened at its rows where nobody says whose contacts they are', () => {
    const [rows = [], values = []] = templateSheets(layout('extended'), 'en');
    expect(understood(bookOf([readMe, values, without('INSTITUTION', rows)])).reading).toMatchObject({ sheet: 2, headerRow: 4, issues: [] });
  });
});
