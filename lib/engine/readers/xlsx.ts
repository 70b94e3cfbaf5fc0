import { bookSheets, openBook } from './book-table';
import type { Reader } from './reader';
import { streamedWorkbook } from './xlsx/streamed-workbook';
import { guardZip, UNPACKED_BYTES, zipHolds } from './zip/guard';

/** Excel 2007 and later. */
export const xlsx: Reader = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xltx'],
  sniff: (head, source) => zipHolds(head, source, /(?:^|\/)(?:workbook\d*|sheet\d+)\.xml$/i) && !zipHolds(head, source, /^content\.xml$/i),
  open(source, options) {
    guardZip(source, 'xlsx', UNPACKED_BYTES);
    return openBook(streamedWorkbook(source), options);
  },
  sheets(source) {
    guardZip(source, 'xlsx', UNPACKED_BYTES);
    return bookSheets(streamedWorkbook(source));
  },
};
