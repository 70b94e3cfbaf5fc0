import { bookSheets, openBook } from './book-table';
import type { Reader } from './reader';
import { heldWorkbook } from './workbook';
import { alteredParts, guardZip, zipHolds } from './zip/guard';

/** Excel's binary form of the zipped workbook. */
export const xlsb: Reader = {
  id: 'xlsb',
  extensions: ['xlsb'],
  sniff: (head, source) => zipHolds(head, source, /^xl\/workbook\.bin$/i),
  open(source, options) {
    guardZip(source, 'xlsb');
    return openBook({ ...heldWorkbook('xlsb', source, options), issues: alteredParts(source) }, options);
  },
  sheets(source, options) {
    guardZip(source, 'xlsb');
    return bookSheets(heldWorkbook('xlsb', source, options));
  },
};
