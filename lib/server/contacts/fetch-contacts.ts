import type pg from 'pg';
import type { ContactKind, StoredContact } from '@/lib/engine';
import { FIELD_COLUMNS, fieldsIn, type StoredFieldCode } from './field-columns';

type Fields = StoredContact['fields'];

/** A contact with all its addresses; `contact.fields` has none of them until one is chosen by atAddress. */
export interface ContactRecord {
  contact: StoredContact;
  addresses: Fields[];
}

const text = (alias: string, code: StoredFieldCode) => {
  const { column, type } = FIELD_COLUMNS[code];
  const value = `${alias}.${column}`;
  if (type === 'boolean') return `upper(${value}::text) AS "${code}"`;
  if (type === 'date') return `to_char(${value}, 'YYYY-MM-DD') AS "${code}"`;
  return `${value} AS "${code}"`;
};

const flat: [string, StoredFieldCode[]][] = [
  ['c', fieldsIn('contact')],
  ['m', fieldsIn('contact_means')],
  ['z', fieldsIn('contact_authorizations')],
];
const flatCodes = flat.flatMap(([, codes]) => codes);
const addressCodes = fieldsIn('contact_address');

const SELECT = `
  SELECT c.id::text AS "contactId", c.kind, c.status, c.version, c.structure_id::text AS "structureId",
    ${flat.flatMap(([alias, codes]) => codes.map((code) => text(alias, code))).join(', ')},
    (SELECT json_agg(row_to_json(a)) FROM (
       SELECT ${addressCodes.map((code) => text('d', code)).join(', ')} FROM contact_address d WHERE d.contact_id = c.id ORDER BY d.uses) a) AS addresses,
    (SELECT json_object_agg(k.code, k.joined) FROM (
       SELECT code, string_agg(value, '|' ORDER BY value COLLATE "C") AS joined FROM contact_criterion WHERE contact_id = c.id GROUP BY code) k) AS criteria
  FROM contact c
  LEFT JOIN contact_means m ON m.contact_id = c.id
  LEFT JOIN contact_authorizations z ON z.contact_id = c.id
  WHERE c.id = ANY($1::bigint[])`;

type Row = Record<StoredFieldCode, string | null> & {
  contactId: string;
  kind: ContactKind;
  status: StoredContact['status'];
  version: number;
  structureId: string | null;
  addresses: Partial<Record<StoredFieldCode, string | null>>[] | null;
  criteria: Record<string, string> | null;
};

function filled(source: Partial<Record<StoredFieldCode, string | null>>, codes: readonly StoredFieldCode[]): Fields {
  const fields: Fields = {};
  for (const code of codes) {
    const value = source[code];
    if (value !== null && value !== undefined) fields[code] = value;
  }
  return fields;
}

/** The contacts with these ids, by id; ids that are not there (or not visible) are missing from the answer. */
export async function fetchContacts(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, ContactRecord>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<Row>(SELECT, [ids]);
  return new Map(
    rows.map((row) => {
      const { contactId: id, kind, status, version, structureId } = row;
      const fields = filled(row, flatCodes);
      for (const [code, joined] of Object.entries(row.criteria ?? {})) fields[`=${code}`] = joined;
      const contact: StoredContact = { id, number: row.CONTACT_NR ?? '', kind, status, version, structureId, fields };
      return [id, { contact, addresses: (row.addresses ?? []).map((address) => filled(address, addressCodes)) }];
    }),
  );
}

/**
 * The contact as a row sees it that is about one address: the one serving the first of the wanted uses, else the main one.
 * A contact keeps up to three addresses, a row of the format carries one.
 */
export function atAddress({ contact, addresses }: ContactRecord, wanted: string | undefined): StoredContact {
  const use = wanted?.[0] ?? 'M';
  const serving = addresses.find((address) => address.ADDR_TYPE?.includes(use)) ?? (wanted ? undefined : addresses[0]);
  return serving ? { ...contact, fields: { ...contact.fields, ...serving } } : contact;
}
