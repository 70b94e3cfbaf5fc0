import { addressesOf, fieldOfKey, nameUses } from '@/lib/engine/addresses';
import { type Issue, issue } from '@/lib/engine/issues';
import type { Cells, StoredContact } from '@/lib/engine/types';
import { isChangeable } from './column-key';
import { contactDigest } from './row-hash';

/** What was stored when a row was exported: the values, or a digest of the contact. The row is carried out only where it still is. */
export type Expectation = { values: { readonly [key: string]: string | null } } | { digest: string };

/**
 * What a row expects by its columns of values at export. Those of an address are expected of every use that the row names. A criterion that
 * the row changes is expected to have been empty where those columns do not tell.
 */
export function expectedValues(old: Cells, cells: Cells): Expectation {
  const values: { [key: string]: string | null } = {};
  for (const key in cells) if (key.startsWith('=')) values[key] = null;
  const uses = old.ADDR_TYPE ?? cells.ADDR_TYPE ?? undefined;
  for (const [key, cell] of Object.entries(nameUses({ ...old, ADDR_TYPE: uses }))) {
    if (key.startsWith('=') || isChangeable(fieldOfKey(key))) values[key] = cell ?? null;
  }
  return { values };
}

/** Whether cells ask for anything but who the contact is and which of its addresses is meant. */
export const asksForChange = (cells: Cells): boolean =>
  Object.entries(cells).some(([key, cell]) => cell !== undefined && (key.startsWith('=') || isChangeable(fieldOfKey(key))));

function storedValue({ fields }: StoredContact, key: string): string | null {
  const [field = key, use] = key.startsWith('=') ? [key] : key.split('@');
  if (use === undefined) return fields[field as 'TOWN'] ?? null;
  return addressesOf(fields).find(({ uses }) => uses.includes(use))?.fields[field as 'TOWN'] ?? null;
}

/** What is stored now against what a row expects, field by field; nothing where it is as it was. */
export function conflictsOf(row: number, expected: Expectation, contact: StoredContact): Issue[] {
  if ('digest' in expected) {
    const { number } = contact;
    return contactDigest(contact) === expected.digest ? [] : [issue('stale-row', row, 'ROW_HASH', { number })];
  }
  return Object.entries(expected.values).flatMap(([key, value]) => {
    const stored = storedValue(contact, key);
    return stored === value ? [] : [issue('changed-since-export', row, fieldOfKey(key), { expected: value ?? '', stored: stored ?? '' })];
  });
}
