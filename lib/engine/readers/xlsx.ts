import { bookSheets, openBook } from './book-table';
import type { Reader } from './reader';
import { streamedWorkbook } from './xlsx/streamed-workbook';
import { guardZip, zipHolds } from './zip/guard';

/** Unpacked bytes of a book that is read as a stream: a million rows of fifteen columns are about a gigabyte. */
const STREAMED_BYTES = 4_000_000_000;

/** Excel 2007 and later. */
export const xlsx: Reader = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xltx'],
  sniff: (head, source) => zipHolds(head, source, /(?:^|\/)(?:workbook\d*|sheet\d+)\.xml$/i) && !zipHolds(head, source, /^content\.xml$/i),
  open(source, options) {
    guardZip(source, 'xlsx', STREAMED_BYTES);
    return openBook(streamedWorkbook(source), options);
  },
  sheets(source) {
    guardZip(source, 'xlsx', STREAMED_BYTES);
    return bookSheets(streamedWorkbook(source));
  },
};
