/** A column of which only listed values are offered. */
export interface ColumnChoice {
  /** 0-based. */
  column: number;
  /** Where the values stand, as a formula writes it: `'Values'!$A$2:$A$6`. */
  values: string;
}

interface Dress {
  /** Rows above the data, which stay in sight. */
  header: number;
  choices: readonly ColumnChoice[];
}

/** Rows a sheet can have. */
const LAST_ROW = 1_048_576;

/** The letters of a 0-based column: A, Z, AA. */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

// A warning and no prohibition: readers also take words and codes that a list cannot hold.
const validation = (header: number) => (choice: ColumnChoice) => {
  const letters = columnLetters(choice.column);
  return (
    `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${letters}${header + 1}:${letters}${LAST_ROW}">` +
    `<formula1>${escaped(choice.values)}</formula1></dataValidation>`
  );
};

/**
 * Adds to the XML of a sheet what the writer of workbooks cannot: columns formatted as text down to the last row, so that leading zeros
 * typed into new rows stay; a header that stays in sight; lists of values. The cells of the sheet are text already.
 */
export function dressSheet(xml: string, { header, choices }: Dress): string {
  const textStyle = /<c r="A1" s="(\d+)"/.exec(xml)?.[1];
  if (!textStyle) throw new Error('The cells of the sheet are not formatted.');
  const pane = `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>`;
  const validations = choices.length
    ? `<dataValidations count="${choices.length}">${choices.map(validation(header)).join('')}</dataValidations>`
    : '';
  return xml
    .replaceAll('<col ', `<col style="${textStyle}" `)
    .replace('<sheetView workbookViewId="0"/>', `<sheetView workbookViewId="0">${pane}</sheetView>`)
    .replace('</sheetData>', `</sheetData>${validations}`);
}
