import type { DetectedEncoding } from '@/lib/engine/detect/encoding';
import type { ByteSource, ReadOptions } from '@/lib/engine/types';
import type { Book, BookRow } from './book';
import { bookSheets, openBook } from './book-table';
import { htmlTables } from './html/html-tables';
import { ReadError, type Reader } from './reader';
import { standardEncoding } from './text/decoder';
import { encodingOf, headText, textPieces } from './text/text-encoding';

/** Bytes of a page, which is held in memory as a whole. */
const LONGEST_PAGE = 150_000_000;

/** Bytes in which its first table begins: a page without one is a text like any other. */
const TABLE_WITHIN = 1 << 20;

/** Tables of a page: what many programs write when they are asked for Excel. */
export const html: Reader = {
  id: 'html',
  extensions: ['html', 'htm', 'xls'],
  sniff(head, source) {
    const start = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|meta|style|table|div|!--)/i;
    return start.test(headText(head)) && /<table\b/i.test(headText(source.read(0, TABLE_WITHIN)));
  },
  open: (source, options) => openBook(htmlBook(source, options), options),
  sheets: (source, options) => bookSheets(htmlBook(source, options)),
};

function htmlBook(source: ByteSource, options: ReadOptions): Book {
  if (source.size > LONGEST_PAGE) throw new ReadError('too-large', { what: 'html', limit: LONGEST_PAGE });
  const encoding = declaredEncoding(source, options);
  const tables = htmlTables([...textPieces(source, encoding)].join(''));
  if (tables.length === 0) throw new ReadError('unsupported-format', { kind: 'HTML', instead: 'CSV, XLSX' });
  return {
    format: 'html',
    encoding,
    sheets: tables.map(({ name, rows }, index) => ({ index, name, visible: true, rows: rows.length })),
    issues: [],
    rows: (sheet) => filledRows(tables[sheet]?.rows ?? []),
  };
}

/** What the page says about its encoding counts unless it is well-formed UTF-8. */
function declaredEncoding(source: ByteSource, options: ReadOptions): DetectedEncoding {
  const found = encodingOf(source, options.encoding);
  if (options.encoding !== undefined || !found.guessed) return found;
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(headText(source.read(0, 2048)))?.[1];
  const standard = declared === undefined ? null : standardEncoding(declared);
  return standard === null || standard.startsWith('utf') ? found : { ...found, encoding: standard, guessed: false };
}

function* filledRows(rows: readonly string[][]): Generator<BookRow> {
  for (const [at, row] of rows.entries()) {
    const cells = [...row];
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    if (cells.length > 0) yield { row: at + 1, cells, numbers: [] };
  }
}
