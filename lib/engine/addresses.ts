import { fieldOf } from './fields';
import type { Cell, Cells, StoredContact } from './types';

/** What an address may serve, the leading use first: main, shipment, billing. */
const USES = ['M', 'S', 'B'] as const;
type Use = (typeof USES)[number];
const ALL_USES = USES.join('');

const ADDRESS_FIELDS = ['LINE1', 'LINE2', 'LINE3', 'ZIPCODE', 'TOWN', 'TOWN_COMPLEMENT', 'DEPARTMENT', 'COUNTRY'] as const;
export type AddressField = (typeof ADDRESS_FIELDS)[number];

/**
 * A field of the address for one use, as a key beside the fields. A contact has its leading address, which serves the first of its uses,
 * under the bare codes with ADDR_TYPE; each further use that is served by another address has its lines under such keys.
 */
export type AddressKey = `${AddressField}@${Use}`;

type Fields = StoredContact['fields'];
type Lines = { [Field in AddressField]?: string };

/** One postal address and the uses it serves, such as `MB`. */
export interface Address {
  uses: string;
  fields: Lines;
}

type Addresses = ReadonlyMap<Use, Lines>;

const keyOf = (field: AddressField, use: Use): AddressKey => `${field}@${use}`;

const isAddressField = (key: string): key is AddressField => key !== 'ADDR_TYPE' && fieldOf(key)?.group === 'address';

/** The field that a key is about: that of `TOWN@S` is TOWN, that of `FAX~typed` is FAX, every other key is its own. */
export function fieldOfKey(key: string): string {
  const end = key.search(BEHIND_FIELD);
  return end < 0 || key.startsWith('=') ? key : key.slice(0, end);
}

const BEHIND_FIELD = /[@~]/;

/** Every key that is about a postal address: a bare field of it, its uses, or a field of the address for one use. Asked for every cell. */
const ofAddress: ReadonlySet<string> = new Set([
  'ADDR_TYPE',
  ...ADDRESS_FIELDS,
  ...ADDRESS_FIELDS.flatMap((field) => USES.map((use) => keyOf(field, use))),
]);

/** Whether a key is about a postal address. */
export const isOfAddress = (key: string): boolean => ofAddress.has(key);

/** The same field of the main address under its other key: `TOWN@M` of TOWN and TOWN of `TOWN@M`; null for every other key. */
export function mainTwin(key: string): AddressField | AddressKey | null {
  if (isAddressField(key)) return keyOf(key, 'M');
  const field = fieldOfKey(key);
  return key.endsWith('@M') && isAddressField(field) ? field : null;
}

/** The cells of a row with those of its address under the uses that the row names; a row that names none keeps its bare cells. */
export function nameUses(given: Cells): Cells {
  if (!('ADDR_TYPE' in given)) return given;
  const { ADDR_TYPE: uses, ...cells } = given;
  if (!uses) return cells;
  const named: Cells = {};
  for (const [key, cell] of Object.entries(cells) as [keyof Cells, Cell][]) {
    if (!isAddressField(key)) named[key] = cell;
    else for (const use of USES) if (uses.includes(use)) named[keyOf(key, use)] = cell;
  }
  return named;
}

const areSame = (one: Lines, other: Lines | undefined): boolean =>
  other !== undefined && ADDRESS_FIELDS.every((field) => one[field] === other[field]);

function linesByUse(fields: Fields): Addresses {
  const addresses = new Map<Use, Lines>();
  for (const use of USES) {
    const isLeading = fields.ADDR_TYPE?.includes(use);
    const lines: Lines = {};
    for (const field of ADDRESS_FIELDS) {
      const value = fields[isLeading ? field : keyOf(field, use)];
      if (value) lines[field] = value;
    }
    if (Object.keys(lines).length > 0) addresses.set(use, lines);
  }
  return addresses;
}

/** The uses by the address that serves them: the leading one first, equal addresses as one. */
function grouped(addresses: Addresses): Address[] {
  const groups: Address[] = [];
  for (const [use, lines] of addresses) {
    const same = groups.find(({ fields }) => areSame(lines, fields));
    if (same) same.uses += use;
    else groups.push({ uses: use, fields: lines });
  }
  return groups;
}

/** The addresses among the fields of a contact, the leading one first. */
export const addressesOf = (fields: Fields): Address[] => grouped(linesByUse(fields));

function flattened(addresses: Addresses): Fields {
  const [leading, ...others] = grouped(addresses);
  if (!leading) return {};
  const fields: Fields = { ...leading.fields, ADDR_TYPE: leading.uses };
  for (const { uses, fields: lines } of others) {
    for (const use of USES) {
      if (!uses.includes(use)) continue;
      for (const field of ADDRESS_FIELDS) if (lines[field]) fields[keyOf(field, use)] = lines[field];
    }
  }
  return fields;
}

/** Addresses as fields of a contact, in their one form: the reverse of addressesOf. */
export function addressFields(addresses: readonly Address[]): Fields {
  const byUse = USES.flatMap((use) => {
    const serving = addresses.find(({ uses }) => uses.includes(use));
    return serving ? [[use, serving.fields] as const] : [];
  });
  return flattened(new Map(byUse));
}

/**
 * The address fields of a contact before and after these cells. Cells under a use are about that use alone; bare cells are about the
 * leading address, of a contact without any about all uses. A use that is served for the first time gets the institution's country.
 */
export function writeAddresses(fields: Fields, cells: Cells, country: string): { before: Fields; after: Fields } {
  if (!fields.ADDR_TYPE && !namesUse(cells)) return { before: {}, after: firstAddress(cells, country) };
  const before = linesByUse(fields);
  const [leading] = before.keys();
  const after = new Map<Use, Lines>();
  for (const use of USES) {
    const own = before.get(use);
    const takesBare = leading === undefined || (own !== undefined && areSame(own, before.get(leading)));
    const lines = { ...own };
    for (const field of ADDRESS_FIELDS) {
      const bare = takesBare && (leading === undefined || cells[keyOf(field, leading)] === undefined) ? cells[field] : undefined;
      const named = cells[keyOf(field, use)];
      write(lines, field, named === undefined ? bare : named);
    }
    if (Object.keys(lines).length > 0) after.set(use, own ? lines : { ...lines, COUNTRY: lines.COUNTRY ?? country });
  }
  return { before: flattened(before), after: flattened(after) };
}

function namesUse(cells: Cells): boolean {
  for (const key in cells) if (key.includes('@')) return true;
  return false;
}

/** The common case of a contact without any: one address for all uses. */
function firstAddress(cells: Cells, country: string): Fields {
  const fields: Fields = {};
  for (const field of ADDRESS_FIELDS) write(fields, field, cells[field]);
  for (const _ in fields) {
    fields.COUNTRY ??= country;
    fields.ADDR_TYPE = ALL_USES;
    break;
  }
  return fields;
}

function write(lines: Lines, field: AddressField, cell: Cell): void {
  if (cell === null) delete lines[field];
  else if (cell !== undefined) lines[field] = cell;
}
