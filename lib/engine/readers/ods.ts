import type { Reader } from './reader';
import { openWorkbook, workbookSheets } from './workbook';
import { guardZip, zipHolds } from './zipped-workbook';

/** OpenDocument spreadsheets. */
export const ods: Reader = {
  id: 'ods',
  extensions: ['ods', 'ots'],
  sniff: (head, source) => zipHolds(head, source, /^content\.xml$/i),
  open(source, options) {
    guardZip(source, 'ods');
    return openWorkbook('ods', source, options);
  },
  sheets(source, options) {
    guardZip(source, 'ods');
    return workbookSheets('ods', source, options);
  },
};
