/** A value that shows a file was read rightly, and the column it stands in (0-based). */
export interface Proof {
  column: number;
  value: string;
}

const ACCENTED_LETTER = /(?!\p{ASCII})\p{L}/u;
const LEADING_ZERO = /^0\d+$/;

const find = (rows: readonly (readonly string[])[], fits: (cell: string) => boolean): Proof | null => {
  for (const cells of rows) {
    const column = cells.findIndex(fits);
    if (column >= 0) return { column, value: cells[column] ?? '' };
  }
  return null;
};

/** The first accented word: with the wrong encoding it is the first thing to look wrong. */
export const accentProof = (rows: readonly (readonly string[])[]): Proof | null => find(rows, (cell) => ACCENTED_LETTER.test(cell));

/** The first number with a leading zero, which spreadsheets like to lose. */
export const zeroProof = (rows: readonly (readonly string[])[]): Proof | null => find(rows, (cell) => LEADING_ZERO.test(cell.trim()));
