import type { InstitutionContext } from './institution-context';
import type { Cells, StoredContact } from './types';

/** The ten fields which, all agreeing, make two rows denote the same structure. */
const KEY_FIELDS = [
  'OFFICIAL_NAME',
  'ADDRESS_NAME1',
  'ADDRESS_NAME2',
  'LINE1',
  'LINE2',
  'LINE3',
  'ZIPCODE',
  'TOWN',
  'TOWN_COMPLEMENT',
  'COUNTRY',
] as const;

/** Separates the fields of a key; cleaning takes it out of values. */
const SEPARATOR = '\u001f';

/** The name for the post that a structure gets when none is given: as much of its official name as fits. */
export const addressNameOf = (officialName: string): string => [...officialName].slice(0, 38).join('').trimEnd();

/**
 * The identity of a structure as one text: its ten fields, compared exactly. What creation would fill in is filled in here too, so that
 * a row finds again the structure it once created. Null without an official name.
 */
export function structureKey(fields: Cells | StoredContact['fields'], institution: Pick<InstitutionContext, 'country'>): string | null {
  const name = fields.OFFICIAL_NAME;
  if (!name) return null;
  return KEY_FIELDS.map((code) => {
    if (code === 'ADDRESS_NAME1') return fields[code] ?? addressNameOf(name);
    if (code === 'COUNTRY') return fields[code] ?? institution.country;
    return fields[code] ?? '';
  }).join(SEPARATOR);
}
