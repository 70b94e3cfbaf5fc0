import { isOfAddress } from './addresses';
import { criterionCode, joinValues, splitValues } from './criteria';
import { isTyped } from './typed-text';
import type { Change, ChangeValues, StoredContact, ValueKey } from './types';

/** A change in reverse, as far as the contact still is as it left it, and the keys of what somebody wrote since. */
export interface TakenBack {
  before: ChangeValues;
  after: ChangeValues;
  kept: ValueKey[];
}

/** What a change did, and the uses of the address that it compared with. */
type Done = Pick<Change, 'before' | 'after'> & { addressUses: string | null };
type Contact = Pick<StoredContact, 'fields' | 'status' | 'inactiveReason'>;

/**
 * The reverse of an update for the contact as it is now. A value goes back where it is still the one that the change wrote; one that is
 * as it was before needs nothing. A number goes with its text as typed; the addresses go as a whole where it has changed which uses they serve.
 */
export function takeBack(done: Done, contact: Contact): TakenBack {
  const result: TakenBack = { before: {}, after: {}, kept: [] };
  for (const keys of unitsOf(done, contact)) {
    if (keys.every((key) => isSame(key, storedValue(contact, key), done.before[key]))) continue;
    const written = keys.filter((key) => !isSame(key, storedValue(contact, key), done.after[key]));
    if (written.length > 0 || wouldLoseLines(keys, done, contact)) {
      result.kept.push(...(written.length > 0 ? written : keys).filter((key) => !isTyped(key)));
      continue;
    }
    for (const key of keys) {
      result.before[key] = done.after[key] ?? null;
      result.after[key] = done.before[key] ?? null;
    }
  }
  return result;
}

/** The keys in which a contact differs from what it was created as. Its number is the database's affair. */
export function keysChangedSince(created: ChangeValues, contact: Contact): ValueKey[] {
  const original: ChangeValues = { STATUS: 'active', ...created };
  const keys = new Set([...Object.keys(original), ...Object.keys(contact.fields)] as ValueKey[]);
  keys.delete('CONTACT_NR');
  return [...keys].filter((key) => !isTyped(key) && !isSame(key, storedValue(contact, key), original[key]));
}

/** What a contact holds under a key, be it a field or what it says beside its fields. */
export function storedValue({ fields, status, inactiveReason }: Contact, key: ValueKey): string | undefined {
  if (key === 'STATUS') return status;
  return key === 'INACTIVE_REASON' ? inactiveReason : fields[key];
}

/** Values of a criterion are a set, whatever order a file had them in. */
const canonical = (key: string, value: string) => (criterionCode(key) === null ? value : joinValues(splitValues(value)));

function isSame(key: string, one: string | null | undefined, other: string | null | undefined): boolean {
  if (one === null || one === undefined || other === null || other === undefined) return (one ?? null) === (other ?? null);
  return canonical(key, one) === canonical(key, other);
}

/** The keys of a change that can only go back together. */
function unitsOf(done: Done, contact: Contact): ValueKey[][] {
  const keys = Object.keys(done.after) as ValueKey[];
  const together = hasOtherUses(done, contact) ? keys.filter(isOfAddress) : [];
  const alone = keys.filter((key) => !together.includes(key) && !isTyped(key));
  const units = alone.map((key) => [key, ...keys.filter((other) => isTyped(other) && other === `${key}~typed`)]);
  return together.length > 0 ? [...units, together] : units;
}

const hasOtherUses = ({ after, addressUses }: Done, { fields }: Contact): boolean =>
  'ADDR_TYPE' in after || (Object.keys(after).some(isOfAddress) && (fields.ADDR_TYPE ?? null) !== addressUses);

/**
 * Whether addresses that go back as a whole would take something with them that the change did not write: the leading address serves other
 * uses by now, or a use that it is to serve again got lines of its own.
 */
function wouldLoseLines(keys: readonly ValueKey[], { before, after, addressUses }: Done, { fields }: Contact): boolean {
  if (!keys.some(isOfAddress)) return false;
  if (!('ADDR_TYPE' in after)) return (fields.ADDR_TYPE ?? null) !== addressUses;
  const regained = [...(before.ADDR_TYPE ?? '')].filter((use) => !after.ADDR_TYPE?.includes(use));
  return Object.keys(fields).some((key) => regained.some((use) => key.endsWith(`@${use}`)) && !(key in after));
}
