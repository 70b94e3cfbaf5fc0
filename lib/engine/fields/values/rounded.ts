/** A number of more than eleven digits as spreadsheets show and export it, with the sign of the country before the decimals. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d{2,3}$/i;

/** Whether a text is what a spreadsheet made of a long row of digits: the last ones are lost. */
export const isRounded = (text: string): boolean => ROUNDED.test(text);
