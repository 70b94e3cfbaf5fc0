import type { Reader } from './reader';
import { openWorkbook, workbookSheets } from './workbook';
import { guardZip, zipHolds } from './zipped-workbook';

/** Excel 2007 and later. */
export const xlsx: Reader = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xltx'],
  sniff: (head, source) => zipHolds(head, source, /^xl\/workbook\.xml$/i),
  open(source, options) {
    guardZip(source, 'xlsx');
    return openWorkbook('xlsx', source, options);
  },
  sheets(source, options) {
    guardZip(source, 'xlsx');
    return workbookSheets('xlsx', source, options);
  },
};
