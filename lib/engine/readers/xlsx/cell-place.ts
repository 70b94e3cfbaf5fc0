/** Columns of a sheet, as Excel has them. */
export const MOST_COLUMNS = 16_384;

/** Rows of a sheet, as Excel has them: a number beyond them is none. */
export const MOST_ROWS = 1_048_576;

/** The 0-based column of a cell from its name, such as 27 for `AB12`; null when it has none. */
export function columnOf(name: string | undefined): number | null {
  let column = 0;
  for (let i = 0; name && i < name.length && column <= MOST_COLUMNS; i++) {
    const letter = name.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column > 0 ? column - 1 : null;
}
