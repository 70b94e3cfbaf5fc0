import type { Reader } from './reader';
import { openWorkbook, workbookSheets } from './workbook';
import { guardZip, zipHolds } from './zipped-workbook';

/** Excel's binary form of the zipped workbook. */
export const xlsb: Reader = {
  id: 'xlsb',
  extensions: ['xlsb'],
  sniff: (head, source) => zipHolds(head, source, /^xl\/workbook\.bin$/i),
  open(source, options) {
    guardZip(source, 'xlsb');
    return openWorkbook('xlsb', source, options);
  },
  sheets(source, options) {
    guardZip(source, 'xlsb');
    return workbookSheets('xlsb', source, options);
  },
};
