import exceljs from 'exceljs';
import { contactRows } from './contact-file';

const DATE = /^(\d\d)\.(\d\d)\.(\d{4})$/;

/** A cell as a person would have it in a workbook: dates are dates, postcodes numbers, the rest texts. */
function typed(cell: string, column: number): string | number | Date | undefined {
  const date = DATE.exec(cell);
  if (date) return new Date(Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])));
  if (column === 6 && cell !== '') return Number(cell);
  return cell === '' ? undefined : cell;
}

/** Writes a workbook of one sheet with invented contacts, its texts shared as Excel does. */
export async function writeContactBook(path: string, rows: number): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: true });
  const sheet = book.addWorksheet('Contacts');
  let isHeader = true;
  for (const row of contactRows(rows)) {
    sheet.addRow(isHeader ? row : row.map(typed)).commit();
    isHeader = false;
  }
  sheet.commit();
  await book.commit();
}
