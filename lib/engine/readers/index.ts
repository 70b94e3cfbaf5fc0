import type { ByteSource, RawTable, ReadOptions } from '@/lib/engine/types';
import { csv } from './csv';
import { refuseForeign } from './foreign-format';
import { gzip } from './gzip';
import { html } from './html';
import { json } from './json';
import { ods } from './ods';
import { packedReader } from './packed';
import { HEAD_BYTES, type Reader, type WholeSheet } from './reader';
import { withSoundLetters } from './sound-letters';
import { spreadsheetXml } from './spreadsheet-xml';
import { vcard } from './vcard';
import { xls } from './xls';
import { xlsb } from './xlsb';
import { xlsx } from './xlsx';
import { zip } from './zip';

export { READ_ERRORS, ReadError, type ReadErrorCode, type Reader, type WholeSheet } from './reader';

/** What holds a table itself, in the order in which they are tried. Text claims what is left and comes last. */
const plain: readonly Reader[] = [xlsx, xlsb, ods, xls, spreadsheetXml, html, vcard, json, csv];

/** Every file format. Files that are packed are not unpacked twice: what a packing holds must be a table. */
export const readers: readonly Reader[] = [...plain, ...[zip, gzip].map((packing) => packedReader(packing, (source) => readerOf(source, plain)))];

/**
 * Opens a file: what it holds decides the format, never its name. Detects what `options` leave open. Throws ReadError when the
 * file cannot be read as a table; reading its rows later may throw it too.
 */
export const openFile = (source: ByteSource, options: ReadOptions = {}): RawTable =>
  withSoundLetters(readerOf(source, readers).open(source, options), options);

/** Every sheet or table of a file as it stands: no header looked for, hidden ones included. Throws ReadError. */
export function openSheets(source: ByteSource, options: ReadOptions = {}): { format: string; sheets: Iterable<WholeSheet> } {
  const reader = readerOf(source, readers);
  return { format: reader.id, sheets: reader.sheets(source, options) };
}

function readerOf(source: ByteSource, among: readonly Reader[]): Reader {
  const head = source.read(0, HEAD_BYTES);
  const known = among.find((reader) => reader !== csv && reader.sniff(head, source));
  if (known) return known;
  refuseForeign(head);
  return csv;
}
