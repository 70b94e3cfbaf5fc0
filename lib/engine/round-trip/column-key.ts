import { FIELDS, type FieldCode, fieldOf, isFieldCode } from '@/lib/engine/fields';
import { foldWords } from '@/lib/engine/fields/values/tidy';

/** The value that a field had when the file was exported; the value that is wanted stands in the field's own column. */
export type OldKey = `${FieldCode}<old>`;

/** What a column of a file holds. */
export type ColumnKey = FieldCode | OldKey;

const MARK = '<old>';

const oldKey = (code: FieldCode): OldKey => `${code}${MARK}`;

/** The field whose value at export a column holds; null for every other column. */
export function oldFieldOf(key: string): FieldCode | null {
  const code = key.endsWith(MARK) ? key.slice(0, -MARK.length) : '';
  return isFieldCode(code) ? code : null;
}

export const isColumnKey = (text: string): text is ColumnKey => isFieldCode(text) || oldFieldOf(text) !== null;

export const PAIR_SIDES = ['old', 'new'] as const;
export type PairSide = (typeof PAIR_SIDES)[number];

/** The header of one column of a pair. */
export const pairHeader = (side: PairSide, code: string): string => `[${side}]${code}`;

const PAIRED = /^\s*\[\s*(old|new)\s*\]\s*(.*?)\s*$/i;

const byName = new Map<string, FieldCode>();
for (const { code, labels } of FIELDS) for (const label of Object.values(labels)) byName.set(foldWords(label), code);
for (const { code, olderCodes = [] } of FIELDS) for (const older of olderCodes) byName.set(foldWords(older), code);
for (const { code } of FIELDS) byName.set(foldWords(code), code);

/** What stands behind the mark of a header of a pair; null for any other header. */
export const pairedName = (header: string): string | null => PAIRED.exec(header)?.[2] ?? null;

/** What a column with this header of a pair holds; null for any other header. With the mark in front even words are codes. */
export function pairedColumn(header: string): ColumnKey | null {
  const [, side, name = ''] = PAIRED.exec(header) ?? [];
  const code = side && byName.get(foldWords(name));
  if (!code) return null;
  return side.toLowerCase() === 'old' ? oldKey(code) : code;
}

/** Whether a field is one that contacts keep, so that a row may change it or leave it; the others say what the row is about. */
export const isChangeable = (code: string): boolean => {
  const field = fieldOf(code);
  if (!field || code === 'CONTACT_NR' || code === 'ADDR_TYPE') return false;
  return field.type === 'criterion' || field.appliesTo.length > 0;
};
