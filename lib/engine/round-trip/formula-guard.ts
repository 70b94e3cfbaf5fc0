/** How a formula begins that a spreadsheet finds in a text file, behind as many guards as there are already. */
const FORMULA = /^'*[=+\-@]/;
const GUARDED = /^'+[=+\-@]/;
/** A number, a date or a telephone number: nothing a spreadsheet could run. */
const HARMLESS = /^[+-][\d\s./()-]+$/;

/** A text for a text file that spreadsheets open: one that they would take for a formula gets an apostrophe in front, which makes it a text. */
export const guarded = (text: string): string => (FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text);

/** The text behind such a guard, as files of other programs have them too. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
