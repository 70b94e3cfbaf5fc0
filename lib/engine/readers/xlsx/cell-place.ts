/** Columns of a sheet, as Excel has them. */
export const MOST_COLUMNS = 16_384;

/** The 0-based column of a cell from its name in a text, such as 27 for `AB12`; null when it says none. */
export function columnAt(text: string, from: number, to: number): number | null {
  let column = 0;
  for (let i = from; i < to && column <= MOST_COLUMNS; i++) {
    const letter = text.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column > 0 ? column - 1 : null;
}
