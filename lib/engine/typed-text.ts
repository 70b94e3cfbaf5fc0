import { FIELDS, type PhoneCode } from './fields';
import type { Cells, ChangeValues, StoredContact } from './types';

/**
 * Beside a telephone number the text that was typed, where it is another one than the number in normal form. It goes where its number
 * goes and changes with it only: the same number written differently is no change.
 */
export type TypedKey = `${PhoneCode}~typed`;

export const typedKey = (code: PhoneCode): TypedKey => `${code}~typed`;

const phones: ReadonlySet<string> = new Set(FIELDS.filter(({ type }) => type === 'phone').map(({ code }) => code));
const keys: ReadonlySet<string> = new Set([...phones].map((code) => typedKey(code as PhoneCode)));

export const isPhone = (key: string): key is PhoneCode => phones.has(key);

/** Whether a key is about how a number was typed, not about the number. */
export const isTyped = (key: string): key is TypedKey => keys.has(key);

/** Writes into a difference how a number that differs is typed, before and after. */
export function compareTyped(
  code: PhoneCode,
  cells: Cells,
  contact: StoredContact | null,
  difference: { before: ChangeValues; after: ChangeValues },
): void {
  const key = typedKey(code);
  const before = contact?.fields[key] ?? null;
  const after = cells[key] ?? null;
  if (after === before) return;
  if (contact) difference.before[key] = before;
  difference.after[key] = after;
}
