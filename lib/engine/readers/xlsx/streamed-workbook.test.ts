import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/engine/readers/bytes';
import { openFile, openSheets } from '@/lib/engine/readers/index';
import type { RawRow } from '@/lib/engine/types';
import { type BookParts, bookBytes } from './book.fixture';

const open = (parts: BookParts, options = {}) => openFile(bytesSource(bookBytes(parts)), { headerRow: null, ...options });
const rowsOf = (parts: BookParts): RawRow[] => [...open(parts).chunks()].flat();
const cellsOf = (parts: BookParts) => rowsOf(parts).map(({ cells }) => cells);
const inline = (...texts: string[]) => texts.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`).join('');
const codesOf = (rows: readonly RawRow[]) => rows.map(({ row, issues = [] }) => [row, ...issues.map(({ code }) => code)]);

describe('a cell', () => {
  const strings =
    '<si><t>plain</t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>';
  it.each([
    ['a shared text', '<c t="s"><v>0</v></c>', 'plain'],
    ['runs of different looks', '<c t="s"><v>1</v></c>', 'tworuns'],
    ['a text with its pronunciation', '<c t="s"><v>2</v></c>', '東京'],
    ['an inline text', '<c t="inlineStr"><is><t>in &amp; line</t></is></c>', 'in & line'],
    ['blanks that are to be kept', '<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
    ['blanks of the layout', '<c t="inlineStr"><is><t>\n  a\n</t></is></c>', 'a'],
    ['a control character in its escape', '<c t="inlineStr"><is><t>a_x000D_\nb_x005F_x</t></is></c>', 'a\nb_x'],
    ['a character by its number', '<c t="inlineStr"><is><t>&#x1F600;&#233;</t></is></c>', '😀é'],
    ['an entity that nobody defines', '<c t="inlineStr"><is><t>&bomb;</t></is></c>', '&bomb;'],
    ['marked text', '<c t="inlineStr"><is><t><![CDATA[<b>&amp;]]></t></is></c>', '<b>&amp;'],
    ['the result of a formula', '<c t="str"><f>A1&amp;"x"</f><v>x &lt; y</v></c>', 'x < y'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['no', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a date in words of ISO', '<c t="d"><v>1980-12-31T00:00:00.000Z</v></c>', '1980-12-31'],
    ['a fraction that is not exact', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a long number', '<c><v>41791234567890</v></c>', '41791234567890'],
    ['a long number in scientific notation', '<c><v>4.1791234567E10</v></c>', '41791234567'],
    ['a prefix before its names', '<x:c t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c>', 'x'],
  ])('shows %s', (_, cell, text) => {
    expect(cellsOf({ sheets: [`<row r="1">${cell}</row>`], strings })).toEqual([[text]]);
  });

  it.each([
    ['00000', '1234', '01234', undefined],
    ['dd/mm/yyyy', '29221', '1980-01-01', undefined],
    ['dd/mm/yyyy', '27759', '1980-01-01', '<workbookPr date1904="1"/>'],
    ['yyyy-mm-dd hh:mm', '29221.75', '1980-01-01 18:00:00', undefined],
    ['[$-409]h:mm AM/PM', '0.5', '12:00:00', undefined],
    ['0%', '0.5', '50%', undefined],
    ['#,##0.00 "CHF"', '1234.5', '1,234.50 CHF', undefined],
    ['0.00E+00', '41791234567', '41791234567', undefined],
    ['@', '42', '42', undefined],
  ])('in the format %s shows %s as %s', (code, value, text, workbook) => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>`;
    expect(cellsOf({ sheets: [`<row><c s="1"><v>${value}</v></c></row>`], styles, workbook })).toEqual([[text]]);
  });

  it('keeps its letters wherever a piece of the file ends', () => {
    const names = Array.from({ length: 9_000 }, (_, at) => `${'é'.repeat(at % 7)}東${at}😀`);
    const sheets = [names.map((name) => `<row>${inline(name)}</row>`).join('')];
    expect(cellsOf({ sheets })).toEqual(names.map((name) => [name]));
  });
});

describe('a row', () => {
  it.each(['99999999999', 'Infinity', '-1', 'x', '1.5'])('with the number %s, which no sheet has, is counted in the order of the file', (number) => {
    const rows = rowsOf({ sheets: [`<row r="${number}">${inline('a')}</row><row>${inline('b')}</row>`] });
    expect(rows.map(({ row }) => row)).toEqual([1, 2]);
  });

  it('has its cells in their columns, named or not, in any order', () => {
    const row = '<row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c><c><v>2</v></c></row>';
    expect(rowsOf({ sheets: [row] })).toEqual([{ row: 2, cells: ['1', '2', '3'] }]);
  });

  it('that comes after a later one is numbered in the order of the file, and says so', () => {
    const rows = rowsOf({ sheets: [`<row r="5">${inline('a')}</row><row r="2">${inline('b')}</row><row>${inline('c')}</row>`] });
    expect(codesOf(rows)).toEqual([[5], [6, 'row-out-of-order'], [7]]);
  });

  it('that nobody sees in the sheet is read and says so', () => {
    expect(codesOf(rowsOf({ sheets: [`<row r="1">${inline('a')}</row><row r="2" hidden="1">${inline('b')}</row>`] }))).toEqual([
      [1],
      [2, 'hidden-row'],
    ]);
  });

  it('says where a formula was never calculated and where a shared text is missing', () => {
    const rows = rowsOf({ sheets: [`<row>${inline('a')}<c><f>1+1</f></c><c t="s"><v>7</v></c></row>`], strings: '<si><t>x</t></si>' });
    expect(rows[0]?.issues).toMatchObject([
      { code: 'formula-without-value', params: { column: 2 } },
      { code: 'text-lost', params: { column: 3 } },
    ]);
  });

  it('that is wider than the first ones is kept and marked', () => {
    const sheet = Array.from({ length: 250 }, (_, at) => `<row>${inline(...(at === 249 ? ['a', 'b', 'c'] : ['a', 'b']))}</row>`).join('');
    const rows = rowsOf({ sheets: [sheet] });
    expect(codesOf(rows).at(-1)).toEqual([250, 'ragged-row']);
    expect(rows.at(-1)?.cells).toEqual(['a', 'b', 'c']);
  });
});

describe('a workbook', () => {
  it('counts its charts among the sheets and says which ones are hidden', () => {
    const rels =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId3" Type="x/worksheet" Target="worksheets/sheet3.xml"/></Relationships>';
    const bytes = bookBytes({
      sheets: [`<row>${inline('a')}</row>`, '', `<row>${inline('c')}</row>`],
      listed: ['', '', 'state="veryHidden"'],
      others: { 'xl/_rels/workbook.xml.rels': rels },
    });
    const sheets = [...openSheets(bytesSource(bytes)).sheets].map(({ info, rows }) => [info.index, info.visible, [...rows].length]);
    expect(sheets).toEqual([
      [0, true, 1],
      [1, true, 0],
      [2, false, 1],
    ]);
  });

  it.each<[string, Partial<BookParts>]>([
    ['is not compressed', { level: 0 }],
    ['has no list of what belongs to it', { others: { '_rels/.rels': null, 'xl/_rels/workbook.xml.rels': null } }],
    ['has lost the list of its sheets', { others: { 'xl/workbook.xml': null, '_rels/.rels': null } }],
    [
      'lies about its size',
      {
        others: {
          'xl/worksheets/sheet1.xml': `<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row>${inline('a', 'b')}</row></sheetData></worksheet>`,
        },
      },
    ],
    [
      'is written in UTF-16',
      { others: { 'xl/worksheets/sheet1.xml': utf16(`<worksheet><sheetData><row>${inline('a', 'b')}</row></sheetData></worksheet>`) } },
    ],
    [
      'defines entities',
      {
        others: {
          'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row>${inline('a', 'b')}</row></sheetData></worksheet>`,
        },
      },
    ],
  ])('that %s is read', (_, more) => {
    expect(cellsOf({ sheets: [`<row>${inline('a', 'b')}</row>`], ...more })).toEqual([['a', 'b']]);
  });

  it('warns of postcodes that are numbers', () => {
    const sheets = [`<row>${inline('name', 'postcode')}</row><row>${inline('Ann')}<c><v>1200</v></c></row>`];
    expect(open({ sheets }, { headerRow: 1 }).reading.issues).toMatchObject([{ code: 'zeros-lost', params: { value: 'postcode' } }]);
  });
});

describe('a damaged workbook', () => {
  const many = Array.from({ length: 4_000 }, (_, at) => `<row r="${at + 1}">${inline(`name ${at * 7919}`, `town ${at * 104729}`)}</row>`).join('');

  it('gives the rows before the damage, and the last one says so', () => {
    const sheet = `<worksheet><sheetData>${many.slice(0, many.indexOf('<row r="2001"'))}`;
    const rows = rowsOf({ sheets: [''], others: { 'xl/worksheets/sheet1.xml': sheet } });
    expect(rows).toHaveLength(2_000);
    expect(codesOf(rows).at(-1)).toEqual([2_000, 'sheet-cut-short']);
  });

  it('that lost its end is read as far as it goes', () => {
    const bytes = bookBytes({ sheets: [many], strings: '', others: { 'xl/a.xml': null } });
    const table = openFile(bytesSource(bytes.slice(0, bytes.length - 200)), { headerRow: null });
    expect(table.reading.issues.map(({ code }) => code)).toContain('damaged-part');
    expect([...table.chunks()].flat().length).toBeGreaterThan(3_000);
  });

  it.each([
    ['without its texts', bookBytes({ sheets: [many] }).slice(0, 9_000)],
    ['without its sheets', bookBytes({ sheets: [] })],
  ])('%s is refused as one', (_, bytes) => {
    expect(() => openFile(bytesSource(bytes))).toThrow(
      expect.objectContaining({ code: 'damaged-file', params: expect.objectContaining({ format: 'xlsx' }) }),
    );
  });
});

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}
