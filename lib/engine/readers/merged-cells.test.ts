import { type BookType, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { bytesSource } from './bytes';
import { openFile } from './index';
import { mergedColumns, rangeOf } from './merged-cells';
import { bookBytes } from './xlsx/book.fixture';

const ROWS = [
  ['Name', 'Town', 'Street'],
  ['Ann', 'Bern', 'Hof 1'],
  ['Bea', null, null],
  ['Cid', 'Chur', null],
];
const TITLE = ['Our people', null, null];

function book(bookType: BookType, rows: (string | null)[][], ...ranges: string[]): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = ranges.map((range) => utils.decode_range(range));
  return new Uint8Array(write(utils.book_new(sheet, 'S'), { type: 'array', bookType }) as ArrayBuffer);
}

const read = (bytes: Uint8Array) => {
  const table = openFile(bytesSource(bytes));
  const rows = [...table.chunks()].flat();
  return { issues: table.reading.issues.filter(({ code }) => code.startsWith('merged')), rows };
};

describe.each<BookType>(['xlsx', 'xlsb', 'ods', 'biff8', 'xlml', 'fods'])('in a book of the kind %s', (kind) => {
  it('merged cells of records are told by their names; their value stands where it stood, and nothing is moved', () => {
    const { issues, rows } = read(book(kind, ROWS, 'B2:B3', 'B4:C4'));
    expect(issues).toEqual([
      { row: null, code: 'merged-down', level: 'warning', params: { value: 'B2:B3', count: 1, columns: '1' } },
      { row: null, code: 'merged-across', level: 'info', params: { value: 'B4:C4', count: 1 } },
    ]);
    expect(mergedColumns(issues)).toEqual([1]);
    expect(rows.map(({ cells }) => cells)).toEqual(ROWS.slice(1).map((row) => row.map((cell) => cell ?? '')));
  });

  it('a merged title is no matter of the records', () => {
    expect(read(book(kind, [TITLE, ...ROWS], 'A1:C1')).issues).toEqual([]);
  });
});

describe('a workbook', () => {
  const row = (name: string) => `<row><c t="inlineStr"><is><t>${name}</t></is></c><c><v>1</v></c></row>`;
  const sheet = (filler: string, merges: string) =>
    `<worksheet>${filler}<sheetData>${Array.from({ length: 300 }, (_, at) => row(`Ann ${at}`)).join('')}</sheetData><mergeCells count="1">${merges}</mergeCells></worksheet>`;
  const bytes = (filler: string, merges: string) =>
    bookBytes({ sheets: [''], others: { 'xl/worksheets/sheet1.xml': sheet(filler, merges) }, level: 0 });

  it('that is too large to be unpacked for it tells at its last row', () => {
    const { issues, rows } = read(bytes(' '.repeat(33_000_000), '<mergeCell ref="A250:A260"/>'));
    expect(issues).toEqual([]);
    expect(rows.flatMap(({ issues: of = [] }) => of)).toMatchObject([{ code: 'merged-down', row: 300, params: { value: 'A250:A260' } }]);
  });

  it('that is written in UTF-16 tells at its last row', () => {
    const text = sheet('', '<mergeCell ref="A250:A260"/>');
    const wide = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    const { rows } = read(bookBytes({ sheets: [''], others: { 'xl/worksheets/sheet1.xml': wide } }));
    expect(rows.flatMap(({ issues: of = [] }) => of)).toMatchObject([{ code: 'merged-down', row: 300, params: { value: 'A250:A260' } }]);
  });

  it('names the first of many', () => {
    const merges = Array.from({ length: 2_000 }, (_, at) => `<mergeCell ref="A${at * 2 + 1}:A${at * 2 + 2}"/>`).join('');
    expect(read(bytes('', merges)).issues[0]?.params).toEqual({ value: 'A1:A2, A3:A4, A5:A6, A7:A8, A9:A10', count: 2_000, columns: '0' });
  });
});

it.each([
  ['AB12:AC13', { top: 12, bottom: 13, left: 27, right: 28 }],
  ['$A$1:$B$2', null],
  ['A1', null],
  ['A5:A1', null],
  [`A1:A${'9'.repeat(400)}`, null],
  ['B1:A1', null],
  ['', null],
])('the name %s is read as a range or not at all', (name, range) => expect(rangeOf(name)).toEqual(range));
