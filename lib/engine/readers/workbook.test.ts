import { type BookType, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { bytesSource } from './bytes';
import { openFile, openSheets, ReadError } from './index';

const bytesOf = (book: WorkBook, bookType: BookType) => new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);

function bookOf(...sheets: [name: string, rows: unknown[][]][]): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return book;
}

const refusal = (bytes: Uint8Array): string => {
  try {
    openFile(bytesSource(bytes));
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
  return 'read';
};

const PEOPLE = bookOf([
  'People',
  [
    ['name', 'phone', 'number'],
    ['Élodie', '0041791234567', 412345678901234],
    ['Bob', '007', 0.5],
  ],
]);

describe('a workbook', () => {
  it.each([
    ['xlsx', 'xlsx'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods'],
    ['xls', 'biff8'],
    ['xml', 'xlml'],
  ] as const)('of the format %s is known by its content', (format, bookType) => {
    const table = openFile(bytesSource(bytesOf(PEOPLE, bookType), 'people.csv'));
    expect(table.reading).toMatchObject({ format, header: ['name', 'phone', 'number'], headerRow: 1 });
    expect([...table.chunks()].flat()[1]?.cells).toEqual(['Bob', '007', '0.5']);
  });

  it('shows long numbers with all their digits and texts with their zeros', () => {
    expect([...openFile(bytesSource(bytesOf(PEOPLE, 'xlsx'))).chunks()].flat()[0]?.cells).toEqual(['Élodie', '0041791234567', '412345678901234']);
  });

  it.each([
    [25569, 'dd/mm/yyyy', '1970-01-01'],
    [25569.5, 'd mmm yy hh:mm', '1970-01-01 12:00:00'],
    [0.75, 'hh:mm', '18:00:00'],
    [1234.5, '#,##0.00', '1,234.50'],
    [0.25, '0%', '25%'],
  ])('shows %d in the format %s as %s', (value, z, text) => {
    const sheet = utils.aoa_to_sheet([['value'], ['x']]);
    sheet.A2 = { t: 'n', v: value, z };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'S');
    expect([...openFile(bytesSource(bytesOf(book, 'xlsx'))).chunks()].flat()[0]?.cells).toEqual([text]);
  });

  it('opens at the sheet with the field codes, else at the first visible one with rows', () => {
    const plain = bookOf(
      ['Empty', []],
      [
        'Data',
        [
          ['a', 'b'],
          [1, 2],
        ],
      ],
    );
    expect(openFile(bytesSource(bytesOf(plain, 'xlsx'))).reading.sheet).toBe(1);
    const template = bookOf(
      ['Notes', [['read me', 'first']]],
      [
        'Contacts',
        [
          ['INSTITUTION', 'OPERATION', 'CONTACT_NR'],
          ['V', 'INSERT', '1'],
        ],
      ],
    );
    expect(openFile(bytesSource(bytesOf(template, 'xlsx'))).reading.sheet).toBe(1);
  });

  it('numbers its rows as the spreadsheet does, blank ones left out', () => {
    const table = openFile(bytesSource(bytesOf(bookOf(['S', [['a', 'b'], [], ['x', 'y']]]), 'xlsx')));
    expect([...table.chunks()].flat().map(({ row }) => row)).toEqual([3]);
  });

  it('gives all of its sheets, hidden ones marked', () => {
    const book = bookOf(['A', [['x']]], ['B', [['y']]]);
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const { sheets } = openSheets(bytesSource(bytesOf(book, 'xlsx')));
    expect([...sheets].map(({ info }) => [info.name, info.visible])).toEqual([
      ['A', true],
      ['B', false],
    ]);
  });
});

describe('a refusal', () => {
  const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const zipped = bytesOf(PEOPLE, 'xlsx');

  /** The book with the unpacked size of its first part declared as `size` in the directory of the archive. */
  const withDeclaredSize = (size: number) => {
    const bytes = zipped.slice();
    const at = bytes.findIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2);
    new DataView(bytes.buffer).setUint32(at + 24, size, true);
    return bytes;
  };

  it.each([
    ['a PNG', ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'unsupported-format'],
    ['a PDF', ascii('%PDF-1.7\n%\xe2\xe3'), 'unsupported-format'],
    ['a program', ascii('\x7fELF\x02\x01\x01'), 'unsupported-format'],
    ['a workbook cut short', zipped.slice(0, zipped.length >> 1), 'damaged-file'],
    ['a workbook that unpacks to a gigabyte', withDeclaredSize(1_000_000_000), 'too-large'],
  ])('meets %s', (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  it('names what the file is and what to export instead', () => {
    expect(() => openFile(bytesSource(ascii('%PDF-1.7')))).toThrow(expect.objectContaining({ params: { kind: 'PDF', instead: 'CSV, XLSX' } }));
  });

  it('meets a sheet that is not there', () => {
    expect(() => openFile(bytesSource(zipped), { sheet: 5 })).toThrow(expect.objectContaining({ code: 'no-such-sheet' }));
  });
});
