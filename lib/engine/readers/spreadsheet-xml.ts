import { bookSheets, openBook } from './book-table';
import type { Reader } from './reader';
import { heldWorkbook } from './workbook';

/** Workbooks as one plain XML file: Excel 2003 XML and flat OpenDocument. */
export const spreadsheetXml: Reader = {
  id: 'xml',
  extensions: ['xml', 'fods'],
  sniff(head) {
    const text = String.fromCharCode(...head.subarray(0, 2000));
    return /^\s*(?:\u00ef\u00bb\u00bf)?\s*<\?xml/.test(text) && /urn:schemas-microsoft-com:office:spreadsheet|<office:document\s/.test(text);
  },
  open: (source, options) => openBook(heldWorkbook('xml', source, options), options),
  sheets: (source, options) => bookSheets(heldWorkbook('xml', source, options)),
};
