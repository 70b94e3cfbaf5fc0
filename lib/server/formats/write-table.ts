import { Readable } from 'node:stream';
import { BYTE_ORDER_MARK, csvText } from './csv-text';
import type { FileFormat } from './file-format';
import { tableBook } from './table-book';

/** A table of texts that is made while it is written. */
export interface Table {
  header: readonly string[];
  /** In chunks, each row in the order of the header. */
  rows: AsyncIterable<readonly (readonly string[])[]>;
}

/** The bytes of a table as a file, made while they are read: neither table nor file is held in memory. */
export const writeTable = (table: Table, format: FileFormat): Readable => (format === 'csv' ? Readable.from(csvOf(table)) : tableBook(table));

async function* csvOf({ header, rows }: Table): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + csvText([header]));
  for await (const chunk of rows) yield Buffer.from(csvText(chunk));
}
