/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as CSV that spreadsheets of any country open as a table: UTF-8 with its mark, semicolons, quotes where needed. */
export const templateCsv = (rows: string[][]): Uint8Array =>
  Buffer.from(BYTE_ORDER_MARK + rows.map((row) => `${row.map(quoted).join(';')}\r\n`).join(''));
