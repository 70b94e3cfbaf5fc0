import { isOfAddress } from '@/lib/engine/addresses';
import { criterionCode, joinValues, splitValues } from '@/lib/engine/criteria';
import { fieldOf } from '@/lib/engine/fields';
import { type Issue, issue } from '@/lib/engine/issues';
import { storedValue } from '@/lib/engine/take-back';
import { isTyped } from '@/lib/engine/typed-text';
import type { Cells, ChangeValues, StoredContact, ValueKey } from '@/lib/engine/types';
import type { RemovalCode, RemovalPolicy } from './removal';

/** What an operation changes of a contact. */
export interface Removed {
  before: ChangeValues;
  after: ChangeValues;
  issues: Issue[];
}

/** The reason that the format gives to contacts that are invalid or anonymized. */
const REASON = 'ACCOUNT_DELETED';
/** What stands in the place of the name, and in the remark, of somebody who is anonymized. */
const NOBODY = 'XXXXXXXX';
const ANONYMIZED = 'Contact anonymized';

/** Of the leading address, what stays for statistics unless the policy wants nothing to. */
const STAYS: ReadonlySet<string> = new Set(['ADDR_TYPE', 'ZIPCODE', 'TOWN', 'COUNTRY']);

/** The values before and after an operation; of a contact that is dropped all of them before and none after. `cells`: what the row lists. */
export function removedValues(row: number, operation: RemovalCode, contact: StoredContact, cells: Cells, policy: RemovalPolicy): Removed {
  switch (operation) {
    case 'INVALIDATE':
      return differing(contact, { STATUS: 'inactive', INACTIVE_REASON: REASON });
    case 'UPDATEACT':
      return differing(contact, { STATUS: 'active', INACTIVE_REASON: null });
    case 'DELETE':
      return erased(row, contact, cells);
    case 'ANONYMIZE':
      return anonymized(contact, policy);
    case 'DROP':
      return { before: { ...contact.fields, CONTACT_NR: contact.number }, after: {}, issues: [] };
  }
}

function differing(contact: StoredContact, wanted: ChangeValues): Removed {
  const removed: Removed = { before: {}, after: {}, issues: [] };
  for (const key of Object.keys(wanted) as ValueKey[]) {
    const before = storedValue(contact, key) ?? null;
    if (before === (wanted[key] ?? null)) continue;
    removed.before[key] = before;
    removed.after[key] = wanted[key] ?? null;
  }
  return removed;
}

const isOfMeans = (key: string): boolean => isTyped(key) || fieldOf(key)?.group === 'means';

/** What says nothing of the person and is of whoever keeps the contact. */
const NOBODYS: ReadonlySet<string> = new Set(['CONTACT_NR', 'ORGANIZATION']);

/** Everything a contact holds but its number and whose it is, as it is to be: gone, or what `kept` says. */
function without(contact: StoredContact, goes: (key: string) => boolean, instead: ChangeValues = {}): ChangeValues {
  const wanted: ChangeValues = {};
  for (const key of Object.keys(contact.fields) as ValueKey[]) if (!NOBODYS.has(key) && goes(key)) wanted[key] = null;
  return { ...wanted, ...instead };
}

/** Addresses and means of communication go, and of authorizations and criteria what the row lists. */
function erased(row: number, contact: StoredContact, cells: Cells): Removed {
  const wanted = without(contact, (key) => isOfAddress(key) || isOfMeans(key));
  const issues: Issue[] = [];
  for (const key of Object.keys(cells) as (keyof Cells)[]) {
    const stored = contact.fields[key];
    const listed = cells[key];
    if (stored === undefined || listed === undefined) continue;
    if (criterionCode(key) !== null) wanted[key] = withoutListed(stored, listed);
    else if (fieldOf(key)?.group !== 'authorizations') continue;
    // A refusal stays, whatever is listed: without it a later file could raise the consent unseen.
    else if (stored === 'FALSE') issues.push(issue('consent-raise', row, key, { value: listed ?? '=' }));
    else if (listed === null || listed === stored) wanted[key] = null;
  }
  return { ...differing(contact, wanted), issues };
}

/** The values of a criterion that the row does not list; null where none is left. */
function withoutListed(stored: string, listed: string | null): string | null {
  if (listed === null) return null;
  const gone = splitValues(listed.replace(/^\|\|/, ''));
  return joinValues(splitValues(stored).filter((value) => !gone.includes(value))) || null;
}

/** All goes that says who it was; the number stays, because sales hang on it. */
function anonymized(contact: StoredContact, { fullWipe }: RemovalPolicy): Removed {
  const name: ChangeValues = contact.kind === 'structure' ? { OFFICIAL_NAME: NOBODY } : { LASTNAME: NOBODY };
  return differing(
    contact,
    without(contact, (key) => fullWipe || !STAYS.has(key), { ...name, REMARK: ANONYMIZED, STATUS: 'inactive', INACTIVE_REASON: REASON }),
  );
}
