import { addressesOf, fieldOfKey, writeAddresses } from './addresses';
import { type Issue, issue } from './issues';
import type { Cells, StoredContact } from './types';

/** Town and complement together stay under this many characters (format, block address). */
const TOWN_LENGTH = 100;

/** What is said where town and complement of one address are too long together; null where they are not, or there is no complement. */
export function townTooLong(row: number, town: string | null | undefined, complement: string | null | undefined): Issue | null {
  const length = (town ?? '').length + (complement ?? '').length;
  if (!complement || length < TOWN_LENGTH) return null;
  return issue('town-too-long', row, 'TOWN_COMPLEMENT', { length, max: TOWN_LENGTH - 1 });
}

const isTown = (key: string): boolean => key.startsWith('TOWN') && (fieldOfKey(key) === 'TOWN' || isComplement(key));
const isComplement = (key: string): boolean => key.startsWith('TOWN_') && fieldOfKey(key) === 'TOWN_COMPLEMENT';

/** Whether any of these keys is one that has a value. Asked of every row. */
function hasAny(values: Cells | StoredContact['fields'], isMeant: (key: string) => boolean): boolean {
  for (const key in values) if (isMeant(key) && values[key as 'TOWN']) return true;
  return false;
}

/**
 * The same of a contact's addresses as they will be: what a row says of the one meets what is stored, or what another row says, of the other.
 * `contact` is null where one is created.
 */
export function townTooLongAfter(row: number, cells: Cells, contact: StoredContact | null, country: string): Issue | null {
  const fields = contact?.fields ?? {};
  if (!hasAny(cells, isTown) || !(hasAny(cells, isComplement) || hasAny(fields, isComplement))) return null;
  for (const { fields: lines } of addressesOf(writeAddresses(fields, cells, country).after)) {
    const found = townTooLong(row, lines.TOWN, lines.TOWN_COMPLEMENT);
    if (found) return found;
  }
  return null;
}
