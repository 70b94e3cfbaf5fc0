import { type Issue, issue } from '@/lib/engine/issues';
import type { Cell, CheckedRow, StoredContact } from '@/lib/engine/types';

/** Names are the same but for spaces around them, the form of their accents, and capitals. By way of capitals, so that ß and SS are one. */
const folded = (name: string): string => name.normalize('NFC').trim().toUpperCase().toLowerCase();

const isSame = (given: string, stored: string | undefined): boolean => folded(given) === folded(stored ?? '');

/** The names by which a contact of its kind is known. */
const namesOf = ({ kind }: StoredContact) => (kind === 'structure' ? (['OFFICIAL_NAME'] as const) : (['FIRSTNAME', 'LASTNAME'] as const));

/**
 * Why the names in a row are not those of the contact with its number. A name that the row does not give says nothing; one that it clears is
 * said to be empty. The name of a structure beside a person is that of another contact and is not compared.
 */
export function crossCheck({ row, cells }: Pick<CheckedRow, 'row' | 'cells'>, contact: StoredContact): Issue[] {
  const { FIRSTNAME: first, LASTNAME: last } = cells;
  const { FIRSTNAME: storedFirst, LASTNAME: storedLast } = contact.fields;
  const compared = contact.kind === 'structure' ? personOfStructure(row, first ?? last ?? null, contact) : [];
  for (const name of namesOf(contact)) {
    const given = cells[name];
    if (given !== undefined && !isSame(given ?? '', contact.fields[name])) compared.push(mismatch(row, name, given, contact.fields[name]));
  }
  const isSwapped = compared.length === 2 && first && last && isSame(first, storedLast) && isSame(last, storedFirst);
  return isSwapped
    ? [issue('names-swapped', row, 'LASTNAME', { value: `${first} ${last}`, stored: `${storedFirst ?? ''} ${storedLast ?? ''}` })]
    : compared;
}

const mismatch = (row: number, field: string, given: Cell, stored: string | undefined): Issue =>
  issue('name-mismatch', row, field, { value: given ?? '=', stored: stored ?? '' });

/** A row that names a person while its number is a structure's means somebody else. */
const personOfStructure = (row: number, name: string | null, contact: StoredContact): Issue[] =>
  name ? [mismatch(row, 'LASTNAME', name, contact.fields.OFFICIAL_NAME)] : [];
