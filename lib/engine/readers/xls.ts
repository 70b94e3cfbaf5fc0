import { bookSheets, openBook } from './book-table';
import type { Reader } from './reader';
import { heldWorkbook } from './workbook';

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Excel before 2007, alone (its first record is BOF) or in a compound file; also newer books that a password locks. */
export const xls: Reader = {
  id: 'xls',
  extensions: ['xls', 'xlt'],
  sniff: (head) =>
    COMPOUND.every((byte, i) => head[i] === byte) ||
    (head[0] === 9 && [0, 2, 4, 8].includes(head[1] ?? -1) && [4, 6, 8, 16].includes(head[2] ?? -1) && head[3] === 0),
  open: (source, options) => openBook(heldWorkbook('xls', source, options), options),
  sheets: (source, options) => bookSheets(heldWorkbook('xls', source, options)),
};
