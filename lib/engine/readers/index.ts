import type { ByteSource, RawTable, ReadOptions } from '@/lib/engine/types';
import { csv } from './csv';
import { refuseForeign } from './foreign-format';
import { ods } from './ods';
import { HEAD_BYTES, type Reader, type WholeSheet } from './reader';
import { spreadsheetXml } from './spreadsheet-xml';
import { xls } from './xls';
import { xlsb } from './xlsb';
import { xlsx } from './xlsx';

export { READ_ERRORS, ReadError, type ReadErrorCode, type Reader, type WholeSheet } from './reader';

/** Every file format, in the order in which they are tried. Text claims what is left and comes last. */
export const readers: readonly Reader[] = [xlsx, xlsb, ods, xls, spreadsheetXml, csv];

/**
 * Opens a file: what it holds decides the format, never its name. Detects what `options` leave open. Throws ReadError when the
 * file cannot be read as a table; reading its rows later may throw it too.
 */
export const openFile = (source: ByteSource, options: ReadOptions = {}): RawTable => readerOf(source).open(source, options);

/** Every sheet or table of a file as it stands: no header looked for, hidden ones included. Throws ReadError. */
export function openSheets(source: ByteSource, options: ReadOptions = {}): { format: string; sheets: Iterable<WholeSheet> } {
  const reader = readerOf(source);
  return { format: reader.id, sheets: reader.sheets(source, options) };
}

function readerOf(source: ByteSource): Reader {
  const head = source.read(0, HEAD_BYTES);
  const binary = readers.find((reader) => reader !== csv && reader.sniff(head, source));
  if (binary) return binary;
  refuseForeign(head, source);
  return csv;
}
