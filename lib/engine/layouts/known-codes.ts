import { FIELDS, type FieldCode } from '@/lib/engine/fields';
import { foldWords } from '@/lib/engine/fields/values/tidy';
import { type ColumnKey, oldFieldOf, pairedColumn, pairedName } from '@/lib/engine/round-trip/column-key';

const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
/** Criteria were once written so. */
const OLDER_CRITERION = /^Crit ?\d+$/;
/** Codes that are words, and words that are codes, are told apart by this: nobody heads a column CONTACT_NR or LINE1 by chance. */
const TELLING = /[_\d]/;
/** Telling codes from which on a header is one of the format although it names neither owner nor operation. */
const ENOUGH = 3;

/** The place in the format of every code that columns have or had. */
const places = new Map<string, number>(FIELDS.flatMap(({ code, olderCodes = [] }, at) => [code, ...olderCodes].map((known) => [known, at] as const)));

/** The place in the format of a code, alone or with the mark of a value before or after it; -1 for any other text. */
export const placeOf = (text: string): number => {
  const paired = pairedColumn(text);
  return places.get(paired ? (oldFieldOf(paired) ?? paired) : text.trim()) ?? -1;
};

/** The place in the format of every label that templates have above their codes. */
const labelled = new Map<string, number>(FIELDS.flatMap(({ labels }, at) => Object.values(labels).map((label) => [foldWords(label), at] as const)));

/** The place in the format of a label of a template; -1 for any other text. */
export const placeOfLabel = (text: string): number => labelled.get(foldWords(text)) ?? -1;

/** Labels from which on a header without codes is what a template has above them: other tools share a word or two. */
const LABELS_ENOUGH = 10;

/** Whether a header is that of a template of which the codes were deleted. */
export function isLabelHeader(header: readonly string[]): boolean {
  const filled = header.filter((text) => text.trim() !== '');
  const known = filled.filter((text) => placeOfLabel(text) >= 0).length;
  return known >= LABELS_ENOUGH && known * 2 >= filled.length;
}

/** The field whose code, or older code, a header is to the letter, also with such a mark. */
export const fieldHeaded = (text: string): FieldCode | undefined => FIELDS[placeOf(text)]?.code;

/** What a column with this header of the format holds. */
export const columnHeaded = (text: string): ColumnKey | undefined => pairedColumn(text) ?? fieldHeaded(text);

/** Whether a header says whose contacts these are and what is to be done. */
export const namesOwnerAndOperation = (header: readonly string[]): boolean => {
  const fields = header.map(fieldHeaded);
  return fields.includes('INSTITUTION') && fields.includes('OPERATION');
};

/** How many cells of a row are codes of the format. */
export const codeCount = (row: readonly string[]): number => row.filter((text) => placeOf(text) >= 0).length;

/** Whether a header is one of the format. Columns of one's own may stand among its codes. */
export function isFormatHeader(header: readonly string[]): boolean {
  if (namesOwnerAndOperation(header)) return true;
  const known = header.filter((text) => placeOf(text) >= 0);
  const filled = header.filter((text) => text.trim() !== '').length;
  return known.filter((text) => TELLING.test(text)).length >= ENOUGH && known.length * 2 >= filled;
}

/** Whether a text is written like a code of the format and is none. In a header of the format it is not to be guessed: it means something there. */
export const isUnknownCode = (text: string): boolean => {
  const code = text.trim();
  return (CODE.test(code) || OLDER_CRITERION.test(code) || pairedName(code) !== null) && placeOf(code) < 0;
};
