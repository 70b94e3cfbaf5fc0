import { bookSheets, openBook } from './book-table';
import type { Reader } from './reader';
import { heldWorkbook } from './workbook';
import { alteredParts, guardZip, zipHolds } from './zip/guard';

/** OpenDocument spreadsheets. */
export const ods: Reader = {
  id: 'ods',
  extensions: ['ods', 'ots'],
  sniff: (head, source) => zipHolds(head, source, /^(?:content\.xml|encrypted-package)$/i),
  open(source, options) {
    guardZip(source, 'ods');
    return openBook({ ...heldWorkbook('ods', source, options), issues: alteredParts(source) }, options);
  },
  sheets(source, options) {
    guardZip(source, 'ods');
    return bookSheets(heldWorkbook('ods', source, options));
  },
};
