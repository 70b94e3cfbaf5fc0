import { CFB, utils, type WorkSheet, write } from '@e965/xlsx';
import { allowedLists, type Layout } from '@/lib/engine';
import { type ColumnChoice, columnLetters, dressSheet } from './dress-sheet';

/** What a template of a layout holds, in the language of who asked. */
export interface TemplateContent {
  layout: Layout;
  rows: string[][];
  sheets: { rows: string; values: string };
}

/** Characters a column is wide, at least and at most. */
const WIDTH = { min: 12, max: 40 };

/** A sheet whose cells are all formatted as text. */
function textSheet(rows: string[][]): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows);
  for (const [address, cell] of Object.entries(sheet)) if (!address.startsWith('!')) cell.z = '@';
  const columns = Math.max(...rows.map((row) => row.length));
  sheet['!cols'] = Array.from({ length: columns }, (_, at) => ({
    wch: Math.min(WIDTH.max, Math.max(WIDTH.min, ...rows.map((row) => (row[at] ?? '').length + 2))),
  }));
  return sheet;
}

/** Lists side by side as the rows of a sheet. */
const sideBySide = (lists: string[][]): string[][] =>
  Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, row) => lists.map((list) => list[row] ?? ''));

const choicesOf = ({ columns }: Layout, lists: string[][], sheet: string): ColumnChoice[] =>
  lists.map(([code, ...values], at) => {
    const letters = columnLetters(at);
    return { column: columns.findIndex((column) => column.code === code), values: `'${sheet}'!$${letters}$2:$${letters}$${values.length + 1}` };
  });

/** Rewrites one part of a zipped workbook. */
function rewritten(book: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const zip = CFB.read(book, { type: 'buffer' });
  const part: { content: Uint8Array; size: number } = CFB.find(zip, path);
  part.content = Buffer.from(change(Buffer.from(part.content).toString('utf8')));
  part.size = part.content.length;
  return CFB.write(zip, { fileType: 'zip', type: 'buffer', compression: true });
}

/** A workbook with the template on its first sheet and the allowed values on its second. */
export function templateBook({ layout, rows, sheets }: TemplateContent): Uint8Array {
  const lists = allowedLists(layout);
  const book = utils.book_new();
  utils.book_append_sheet(book, textSheet(rows), sheets.rows);
  utils.book_append_sheet(book, textSheet(sideBySide(lists)), sheets.values);
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true });
  const dress = { header: rows.length - 1, choices: choicesOf(layout, lists, sheets.values) };
  return rewritten(bytes, '/xl/worksheets/sheet1.xml', (xml) => dressSheet(xml, dress));
}
