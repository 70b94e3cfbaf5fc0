import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/engine/readers/bytes';
import { openFile } from '@/lib/engine/readers/index';
import { bookBytes } from '@/lib/engine/readers/xlsx/book.fixture';
import { crc32 } from './crc32';

/** The definition, bit by bit. */
const slow = (bytes: readonly number[]) => {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
};

it('the check sum is the one that is published for the digits', () => expect(crc32(strToU8('123456789'))).toBe(0xcbf43926));

it('the check sum of bytes in any pieces is the one of all', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), (pieces) => {
      const sum = pieces.reduce((before, piece) => crc32(piece, before), 0);
      expect(sum).toBe(slow([...Buffer.concat(pieces)]));
    }),
  );
});

/** Changes a letter of a stored file: its check sum stays as it was. */
function altered(archive: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(archive).toString('latin1');
  expect(text.split(from)).toHaveLength(2);
  return Buffer.from(text.replace(from, to), 'latin1');
}

describe('what was altered after it was packed', () => {
  const read = (bytes: Uint8Array) => {
    const table = openFile(bytesSource(bytes), { headerRow: null });
    const rows = [...table.chunks()].flat();
    const told = [...table.reading.issues, ...rows.flatMap(({ issues = [] }) => issues)].map(({ code, row }) => [code, row]);
    return { cells: rows.map(({ cells }) => cells), told };
  };
  const csv = zipSync({ 'a.csv': strToU8('name,town\nAnn,Bern\n') }, { level: 0 });
  const row = (name: string) => `<row><c t="inlineStr"><is><t>${name}</t></is></c></row>`;
  const strings = '<si><t>Ann</t></si>';
  const book = bookBytes({ sheets: [`${row('Ann')}${row('Bea')}`], level: 0 });
  const shared = bookBytes({ sheets: ['<row><c t="s"><v>0</v></c></row>'], strings, level: 0 });
  const styled = bookBytes({ sheets: [row('Ann')], styles: '<cellXfs><xf numFmtId="0"/></cellXfs>', level: 0 });

  const sheet = utils.aoa_to_sheet([['Ann']]);
  const held = (bookType: 'ods' | 'xlsb'): ArrayBuffer => write(utils.book_new(sheet, 'S'), { type: 'array', bookType, compression: false });

  it.each([
    [
      'a text in an archive',
      altered(csv, 'Bern', 'Born'),
      [
        ['name', 'town'],
        ['Ann', 'Born'],
      ],
      ['checksum-wrong', null],
    ],
    ['a sheet', altered(book, 'Bea', 'Bob'), [['Ann'], ['Bob']], ['checksum-wrong', 2]],
    ['the texts of a book', altered(shared, 'Ann', 'Eva'), [['Eva']], ['checksum-wrong', null]],
    ['the list of sheets', altered(book, 'name="S1"', 'name="X1"'), [['Ann'], ['Bea']], ['checksum-wrong', null]],
    ['an open document', altered(new Uint8Array(held('ods')), '>Ann<', '>Eva<'), [['Eva']], ['checksum-wrong', null]],
    ['the styles', altered(styled, 'numFmtId="0"', 'numFmtId="1"'), [['Ann']], ['checksum-wrong', null]],
  ])('is read, and told: %s', (_, bytes, cells, told) => expect(read(bytes)).toEqual({ cells, told: [told] }));

  it.each([
    ['a text', csv],
    ['a book', book],
    ['texts of a book', shared],
    ['styles', styled],
    ['an open document', new Uint8Array(held('ods'))],
    ['a binary book', new Uint8Array(held('xlsb'))],
  ])('is not told of %s that was not', (_, bytes) => expect(read(bytes).told).toEqual([]));
});
