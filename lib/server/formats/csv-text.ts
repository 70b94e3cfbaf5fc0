/** Tells spreadsheets that the text is UTF-8; stands before the first row. */
export const BYTE_ORDER_MARK = '\uFEFF';

const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as CSV that spreadsheets of any country open as a table, behind a BYTE_ORDER_MARK: semicolons, quotes where needed. */
export const csvText = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(quoted).join(';')}\r\n`).join('');
