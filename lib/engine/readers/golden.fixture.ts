import { utils, type WorkBook, write } from '@e965/xlsx';
import { gzipSync, strToU8, zipSync } from 'fflate';

const ROWS = [
  ['name', 'town'],
  ['Zoë', 'Köln'],
];
const CSV = 'name,town\nZoë,Köln\n';

function bookOf(rows: unknown[][]): WorkBook {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'S');
  return book;
}

const bytesOf = (bookType: 'xlsx' | 'xlsb' | 'ods' | 'biff8' | 'xlml') =>
  new Uint8Array(write(bookOf(ROWS), { type: 'array', bookType }) as ArrayBuffer);

/** A file of each format by the id of its reader, all of them the same table. */
export const GOLDEN: Readonly<Record<string, Uint8Array>> = {
  xlsx: bytesOf('xlsx'),
  xlsb: bytesOf('xlsb'),
  ods: bytesOf('ods'),
  xls: bytesOf('biff8'),
  xml: bytesOf('xlml'),
  html: strToU8('<html><body><table><tr><th>name<th>town<tr><td>Zo&euml;<td>K&#246;ln</table></body></html>'),
  vcard: strToU8('BEGIN:VCARD\r\nVERSION:4.0\r\nX-name:Zoë\r\nX-town:Köln\r\nEND:VCARD\r\n'),
  json: strToU8('[{"name":"Zoë","town":"Köln"}]'),
  csv: strToU8(CSV),
  zip: zipSync({ 'people.csv': strToU8(CSV) }),
  gzip: gzipSync(strToU8(CSV)),
};
