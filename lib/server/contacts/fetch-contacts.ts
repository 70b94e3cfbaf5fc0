import type pg from 'pg';
import { type Address, addressFields, type StoredContact } from '@/lib/engine';
import { FIELD_COLUMNS, fieldsIn, type StoredFieldCode } from './field-columns';

type Fields = StoredContact['fields'];

const text = (alias: string, code: StoredFieldCode) => {
  const { column, type } = FIELD_COLUMNS[code];
  const value = `${alias}.${column}`;
  if (type === 'boolean') return `upper(${value}::text) AS "${code}"`;
  if (type === 'date') return `to_char(${value}, 'YYYY-MM-DD') AS "${code}"`;
  if (type === 'integer') return `${value}::text AS "${code}"`;
  return `${value} AS "${code}"`;
};

const flat: [string, StoredFieldCode[]][] = [
  ['c', fieldsIn('contact')],
  ['m', fieldsIn('contact_means')],
  ['z', fieldsIn('contact_authorizations')],
];
const flatCodes = flat.flatMap(([, codes]) => codes);
const addressCodes = fieldsIn('contact_address').filter((code) => code !== 'ADDR_TYPE');

const SELECT = `
  SELECT c.id::text AS "contactId", c.kind, c.status, c.inactive_reason AS "inactiveReason", c.erasure, c.version, c.structure_id::text AS "structureId", coalesce(m.login, false) AS login,
    ${flat.flatMap(([alias, codes]) => codes.map((code) => text(alias, code))).join(', ')}
  FROM contact c
  LEFT JOIN contact_means m ON m.contact_id = c.id
  LEFT JOIN contact_authorizations z ON z.contact_id = c.id
  WHERE c.id = ANY($1::bigint[])`;

const ADDRESSES = `
  SELECT d.contact_id::text AS "contactId", d.uses, ${addressCodes.map((code) => text('d', code)).join(', ')}
  FROM contact_address d WHERE d.contact_id = ANY($1::bigint[]) ORDER BY d.contact_id, d.uses`;

const CRITERIA = `
  SELECT contact_id::text AS "contactId", code, string_agg(value, '|' ORDER BY value COLLATE "C") AS joined
  FROM contact_criterion WHERE contact_id = ANY($1::bigint[]) GROUP BY contact_id, code`;

type Values = Partial<Record<StoredFieldCode, string | null>>;

interface Owned {
  contactId: string;
}

type Row = Owned & Values & Pick<StoredContact, 'kind' | 'status' | 'version' | 'structureId' | 'login'> & Nullable<'inactiveReason' | 'erasure'>;

type Nullable<Key extends keyof StoredContact> = { [Each in Key]-?: Exclude<StoredContact[Each], undefined> | null };

function filled(source: Values, codes: readonly StoredFieldCode[]): Fields {
  const fields: Fields = {};
  for (const code of codes) {
    const value = source[code];
    if (value !== null && value !== undefined) fields[code] = value;
  }
  return fields;
}

function contactOf(row: Row): StoredContact {
  const { contactId: id, kind, status, inactiveReason, erasure, version, structureId, login } = row;
  const contact: StoredContact = { id, number: row.CONTACT_NR ?? '', kind, status, version, structureId, login, fields: filled(row, flatCodes) };
  if (inactiveReason !== null) contact.inactiveReason = inactiveReason;
  if (erasure !== null) contact.erasure = erasure;
  return contact;
}

/** The contacts with these ids, by id; ids that are not there (or not visible) are missing from the answer. */
export async function fetchContacts(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, StoredContact>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<Row>(SELECT, [ids]);
  const contacts = new Map(rows.map((row) => [row.contactId, contactOf(row)]));
  const addresses = await client.query<Owned & Values & { uses: string }>(ADDRESSES, [ids]);
  const byContact = new Map<string, Address[]>();
  for (const row of addresses.rows) {
    const known = byContact.get(row.contactId) ?? [];
    known.push({ uses: row.uses, fields: filled(row, addressCodes) });
    byContact.set(row.contactId, known);
  }
  for (const [id, found] of byContact) Object.assign(contacts.get(id)?.fields ?? {}, addressFields(found));
  const criteria = await client.query<Owned & { code: string; joined: string }>(CRITERIA, [ids]);
  for (const { contactId, code, joined } of criteria.rows) {
    const contact = contacts.get(contactId);
    if (contact) contact.fields[`=${code}`] = joined;
  }
  return contacts;
}
