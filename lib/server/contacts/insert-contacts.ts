import type pg from 'pg';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { type ContactTable, FIELD_COLUMNS, fieldsIn, type StoredFieldCode } from './field-columns';

interface Target {
  institutionId: number;
  environment: Environment;
  importId: number;
}

const column = (code: StoredFieldCode) => FIELD_COLUMNS[code].column;
const quoted = (code: string) => `"${code.replaceAll('"', '""')}"`;
const value = (code: StoredFieldCode) => `w.${quoted(code)}`;

/** The fields of a table that a file speaks of: nothing else of a new contact is filled. */
const used = (table: ContactTable, keys: ReadonlySet<string>): StoredFieldCode[] =>
  fieldsIn(table).filter((code) => code !== 'CONTACT_NR' && keys.has(code));

const list = (parts: readonly string[]) => parts.map((part) => `, ${part}`).join('');

/** Uses that an address of its own may serve beside the leading one. */
const USES_BEHIND = ['S', 'B'];
const addressLines = fieldsIn('contact_address').filter((code) => code !== 'ADDR_TYPE');

/** Columns of the table `creating`, one a field, for values as json_to_record unfolds them: once for all tables they go to. */
export function creatingColumns(keys: ReadonlySet<string>): string[] {
  const stored = (['contact', 'contact_means', 'contact_authorizations', 'contact_address'] as const).flatMap((table) => used(table, keys));
  const behind = USES_BEHIND.flatMap((use) => addressLines.map((code) => `${code}@${use}`)).filter((key) => keys.has(key));
  const criteria = [...keys].filter((key) => key.startsWith('='));
  return [
    ...stored.map((code) => `${quoted(code)} ${FIELD_COLUMNS[code].type ?? 'text'}`),
    ...[...behind, ...criteria, 'CONTACT_NR', 'STATUS'].map((key) => `${quoted(key)} text`),
  ];
}

/** The next numbers of the sequence, for those that come without one. */
const TAKE_NUMBERS = `
  SELECT array_agg(number ORDER BY nth)::text AS numbers
  FROM foyer_take_numbers($1, $2::"Environment", (SELECT count(*) FROM creating WHERE "CONTACT_NR" IS NULL))`;

function insertContacts(keys: ReadonlySet<string>): string {
  const own = used('contact', keys);
  return `
    INSERT INTO contact (id, institution_id, environment, number, kind, status, structure_id, created_by_import, updated_by_import,
      row_hash, row_hash_version${list(own.map(column))})
    SELECT w.contact_id, $1, $2::"Environment", coalesce(w."CONTACT_NR", ($4::bigint[])[w.nth]::text), w.part, coalesce(w."STATUS", 'active')::"ContactStatus", w.structure_id, $3, $3,
      w.row_hash, CASE WHEN w.row_hash IS NOT NULL THEN 1 END${list(own.map(value))}
    FROM creating w`;
}

/**
 * An e-mail is the sign-in of the one that is said to have had it (`login`), else of the first individual that has it; whoever comes later
 * keeps the address and cannot sign in.
 */
const SIGNS_IN = `coalesce(w.login, w.part = 'individual') AND w."EMAIL1" IS NOT NULL
  AND row_number() OVER (PARTITION BY w."EMAIL1", coalesce(w.login, w.part = 'individual') ORDER BY w.row) = 1
  AND NOT EXISTS (SELECT FROM contact_means o WHERE o.environment = $2::"Environment" AND o.email1 = w."EMAIL1" AND o.login)`;

function insertMeans(keys: ReadonlySet<string>): string | null {
  const own = used('contact_means', keys);
  if (own.length === 0) return null;
  return `
    INSERT INTO contact_means (institution_id, environment, contact_id, login${list(own.map(column))})
    SELECT $1, $2::"Environment", w.contact_id, ${keys.has('EMAIL1') ? SIGNS_IN : 'false'}${list(own.map(value))}
    FROM creating w WHERE num_nonnulls(${own.map(value).join(', ')}) > 0`;
}

function insertAuthorizations(keys: ReadonlySet<string>): string | null {
  const own = used('contact_authorizations', keys);
  if (own.length === 0) return null;
  return `
    INSERT INTO contact_authorizations (institution_id, contact_id${list(own.map(column))})
    SELECT $1::int, w.contact_id${list(own.map(value))}
    FROM creating w WHERE num_nonnulls(${own.map(value).join(', ')}) > 0`;
}

/** The leading address of each contact, under the bare codes. */
function insertAddresses(keys: ReadonlySet<string>): string | null {
  const own = used('contact_address', keys).filter((code) => code !== 'ADDR_TYPE');
  if (own.length === 0) return null;
  return `
    INSERT INTO contact_address (institution_id, contact_id, uses${list(own.map(column))})
    SELECT $1::int, w.contact_id, ${keys.has('ADDR_TYPE') ? `coalesce(w."ADDR_TYPE", 'MSB')` : `'MSB'`}${list(own.map(value))}
    FROM creating w WHERE num_nonnulls(${own.map(value).join(', ')}) > 0`;
}

/** The addresses of the uses that the leading one does not serve; equal ones are kept as one. */
function insertOtherAddresses(keys: ReadonlySet<string>): string | null {
  const each = USES_BEHIND.flatMap((use, rank) => {
    const own = addressLines.map((code) => (keys.has(`${code}@${use}`) ? value(`${code}@${use}` as StoredFieldCode) : 'NULL'));
    return own.every((line) => line === 'NULL') ? [] : [`SELECT w.contact_id, '${use}' AS use, ${rank} AS rank, ${own.join(', ')} FROM creating w`];
  });
  if (each.length === 0) return null;
  const columns = addressLines.map(column).join(', ');
  return `
    INSERT INTO contact_address (institution_id, contact_id, uses, ${columns})
    SELECT $1::int, contact_id, string_agg(use, '' ORDER BY rank), ${columns}
    FROM (${each.join(' UNION ALL ')}) each_use (contact_id, use, rank, ${columns})
    WHERE num_nonnulls(${columns}) > 0 GROUP BY contact_id, ${columns}`;
}

function insertCriteria(keys: ReadonlySet<string>): string | null {
  const codes = [...keys].filter((key) => key.startsWith('='));
  if (codes.length === 0) return null;
  const pairs = codes.map((key) => `('${key.slice(1).replaceAll("'", "''")}', w.${quoted(key)})`);
  return `
    INSERT INTO contact_criterion (institution_id, contact_id, code, value)
    SELECT $1::int, w.contact_id, k.code, s.value
    FROM creating w, LATERAL (VALUES ${pairs.join(', ')}) k(code, joined), string_to_table(k.joined, '|') s(value) WHERE k.joined IS NOT NULL`;
}

/**
 * Makes the contacts of the temporary table `creating` (row, part, contact_id, structure_id, row_hash, login, nth of those without a number,
 * and creatingColumns of the same keys), with what hangs on them. The caller holds the sequence of contact numbers.
 */
export async function insertNewContacts(client: pg.ClientBase, { institutionId, environment, importId }: Target, keys: ReadonlySet<string>) {
  const { rows } = await client.query<{ numbers: string | null }>(TAKE_NUMBERS, [institutionId, environment]);
  await client.query(insertContacts(keys), [institutionId, environment, importId, rows[0]?.numbers]);
  const means = insertMeans(keys);
  if (means) await client.query(means, [institutionId, environment]);
  for (const sql of [insertAuthorizations(keys), insertAddresses(keys), insertOtherAddresses(keys), insertCriteria(keys)]) {
    if (sql) await client.query(sql, [institutionId]);
  }
}
