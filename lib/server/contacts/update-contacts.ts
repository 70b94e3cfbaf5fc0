import type pg from 'pg';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { type ContactTable, FIELD_COLUMNS, fieldsIn, STORED_FIELDS, type StoredFieldCode } from './field-columns';

/**
 * Set-based updates of contacts and what hangs on them. The changes lie in the temporary table `writing` (see WRITING_COLUMNS);
 * every statement takes all of them at once, and `after ? 'CODE'` tells a field that is set or cleared from one that is left alone.
 */
export const WRITING_COLUMNS = `row int, part "ContactKind", contact_id bigint, address text, row_hash bigint, login boolean, signed_in boolean,
  after jsonb, outcome "Outcome", operation "RemovalOperation"`;

interface Target {
  institutionId: number;
  environment: Environment;
  importId: number;
}

const VALUES = `jsonb_to_record(w.after) AS v("STATUS" text, "INACTIVE_REASON" text, ${STORED_FIELDS.map((code) => `"${code}" text`).join(', ')})`;

const column = (code: StoredFieldCode) => FIELD_COLUMNS[code].column;
const columns = (codes: readonly StoredFieldCode[]) => codes.map(column).join(', ');
const typed = (code: StoredFieldCode) => `v."${code}"${FIELD_COLUMNS[code].type ? `::${FIELD_COLUMNS[code].type}` : ''}`;
const literals = (codes: readonly StoredFieldCode[]) => `ARRAY[${codes.map((code) => `'${code}'`).join(', ')}]`;

/** The planned value where the change has the field, else what `alias` holds now. */
const overlaid = (code: StoredFieldCode, alias: string) => `CASE WHEN w.after ? '${code}' THEN ${typed(code)} ELSE ${alias}.${column(code)} END`;

const own = fieldsIn('contact').filter((code) => code !== 'CONTACT_NR');

/** Whose information was erased is so until somebody lawfully writes to the contact again. */
const ERASURE = `
  CASE WHEN w.operation IN ('DELETE', 'ANONYMIZE') THEN w.operation WHEN w.operation IS NOT NULL THEN c.erasure END`;

const UPDATE_CONTACTS = `
  UPDATE contact c SET version = c.version + 1, updated_at = now(), updated_by_import = $1,
    row_hash = w.row_hash, row_hash_version = CASE WHEN w.row_hash IS NOT NULL THEN c.version + 1 END,
    number = coalesce(v."CONTACT_NR", c.number), status = coalesce(v."STATUS"::"ContactStatus", c.status),
    inactive_reason = CASE WHEN w.after ? 'INACTIVE_REASON' THEN v."INACTIVE_REASON" ELSE c.inactive_reason END, erasure = ${ERASURE},
    ${own.map((code) => `${column(code)} = ${overlaid(code, 'c')}`).join(', ')}
  FROM writing w, ${VALUES} WHERE c.id = w.contact_id AND w.outcome = 'updated'`;

/** A part of which every contact has at most one row: inserted where there is none yet, else overlaid. */
function writeSingle(table: ContactTable, scopeColumns: string, scopeValues: string): string {
  const codes = fieldsIn(table);
  return `
    INSERT INTO ${table} (${scopeColumns}, contact_id, ${columns(codes)})
    SELECT ${scopeValues}, w.contact_id, ${codes.map((code) => overlaid(code, 'present')).join(', ')}
    FROM writing w LEFT JOIN ${table} present ON present.contact_id = w.contact_id, ${VALUES}
    WHERE w.outcome = 'updated' AND w.after ?| ${literals(codes)}
    ON CONFLICT (contact_id) DO UPDATE SET ${codes.map((code) => `${column(code)} = excluded.${column(code)}`).join(', ')}`;
}

/** A part of which nothing is left is gone, as an address is. */
const removeEmpty = (table: 'contact_means' | 'contact_authorizations') => `
  DELETE FROM ${table} t USING writing w
  WHERE t.contact_id = w.contact_id AND w.outcome = 'updated' AND w.after ?| ${literals(fieldsIn(table))}
    AND num_nonnulls(${columns(fieldsIn(table))}) = 0`;

/** Who gives up an e-mail, gets one, or becomes active or inactive, signs in anew or no longer. */
const TOUCHES_SIGN_IN = `w.outcome = 'updated' AND w.after ?| ARRAY['EMAIL1', 'STATUS']`;

/** The e-mails with which nobody may sign in any more: those that somebody gives up, and those that somebody gets or comes back with. */
const MOVED_EMAILS = `
  CREATE TEMP TABLE moved_email ON COMMIT DROP AS
  SELECT m.email1 FROM contact_means m JOIN writing w USING (contact_id) WHERE m.login AND ${TOUCHES_SIGN_IN}
  UNION SELECT (w.after->>'EMAIL1') COLLATE "C" FROM writing w WHERE w.outcome = 'updated' AND w.after->>'EMAIL1' IS NOT NULL
  UNION SELECT m.email1 FROM contact_means m JOIN writing w USING (contact_id)
    WHERE w.outcome = 'updated' AND w.after->>'STATUS' = 'active' AND NOT w.after ? 'EMAIL1' AND m.email1 IS NOT NULL`;

/** A contact whose e-mail changes signs in with the new one, or no longer; one that is inactive does not. */
const END_SIGN_IN = `
  UPDATE contact_means m SET login = false FROM writing w WHERE m.contact_id = w.contact_id AND m.login AND ${TOUCHES_SIGN_IN}`;

/** Whoever gets a sign-in back takes it from whoever has it since. */
const TAKE_SIGN_IN = `
  UPDATE contact_means m SET login = false FROM writing w JOIN contact_means own ON own.contact_id = w.contact_id
  WHERE w.login AND w.outcome = 'updated' AND m.login AND m.environment = $1::"Environment" AND m.email1 = own.email1 AND m.contact_id <> w.contact_id`;

/**
 * An e-mail is the sign-in of one active individual at most: of the one that is said to have had it (`login`), else of the first to have it, and
 * when that one gives it up of the next.
 */
const SIGN_IN = `
  UPDATE contact_means m SET login = true FROM (
    SELECT DISTINCT ON (h.email1) h.contact_id
    FROM moved_email e JOIN contact_means h ON h.email1 = e.email1 AND h.environment = $1::"Environment"
    JOIN contact c ON c.id = h.contact_id AND c.kind = 'individual' AND c.status = 'active'
    LEFT JOIN writing w ON w.contact_id = h.contact_id AND ${TOUCHES_SIGN_IN}
    WHERE coalesce(w.login, true)
    ORDER BY h.email1, w.login, w.row NULLS FIRST, h.contact_id) first
  WHERE m.contact_id = first.contact_id
    AND NOT EXISTS (SELECT FROM contact_means o WHERE o.environment = m.environment AND o.email1 = m.email1 AND o.login)`;

const WRITE_MEANS = writeSingle('contact_means', 'institution_id, environment', '$1::int, $2::"Environment"');
const WRITE_AUTHORIZATIONS = writeSingle('contact_authorizations', 'institution_id', '$1::int');

const addressLines = fieldsIn('contact_address').filter((code) => code !== 'ADDR_TYPE');

/** The planned line of the address for the use `u`, else what it is now. */
const overlaidFor = (code: StoredFieldCode) =>
  `CASE WHEN w.after ? ('${code}@' || u.use) THEN w.after ->> ('${code}@' || u.use) ELSE present.${column(code)} END`;

const USES_BEHIND = ['S', 'B'];
const addressKeys = [...fieldsIn('contact_address'), ...USES_BEHIND.flatMap((use) => addressLines.map((code) => `${code}@${use}`))];
const CHANGES_ADDRESS = `w.outcome = 'updated' AND w.after ?| ARRAY[${addressKeys.map((key) => `'${key}'`).join(', ')}]`;

/** The leading address, under the bare codes; `w.address` says which uses it served when the plan was made. */
const LEADING_ADDRESSES = `
  CREATE TEMP TABLE new_address ON COMMIT DROP AS
  SELECT w.contact_id, coalesce(v."ADDR_TYPE", w.address, 'MSB') AS uses, ${addressLines.map((code) => `${overlaid(code, 'present')} AS ${column(code)}`).join(', ')}
  FROM writing w LEFT JOIN contact_address present ON present.contact_id = w.contact_id AND position(left(w.address, 1) IN present.uses) > 0, ${VALUES}
  WHERE ${CHANGES_ADDRESS}`;

/**
 * The addresses of the uses that the leading one does not serve, under the keys of their use. A use that was served by it before starts
 * empty: the plan says every line of it. Equal addresses are kept as one.
 */
const OTHER_ADDRESSES = `
  INSERT INTO new_address
  SELECT contact_id, string_agg(use, '' ORDER BY rank), ${columns(addressLines)} FROM (
    SELECT w.contact_id, u.use, u.rank, ${addressLines.map((code) => `${overlaidFor(code)} AS ${column(code)}`).join(', ')}
    FROM writing w JOIN new_address n ON n.contact_id = w.contact_id
    JOIN (VALUES ${USES_BEHIND.map((use, rank) => `('${use}', ${rank})`).join(', ')}) u(use, rank) ON position(u.use IN n.uses) = 0
    LEFT JOIN contact_address present
      ON present.contact_id = w.contact_id AND position(u.use IN present.uses) > 0 AND position(u.use IN coalesce(w.address, '')) = 0
    WHERE w.outcome = 'updated') each_use
  WHERE num_nonnulls(${columns(addressLines)}) > 0 GROUP BY contact_id, ${columns(addressLines)}`;

const REMOVE_ADDRESSES = 'DELETE FROM contact_address a USING new_address n WHERE a.contact_id = n.contact_id';

const INSERT_ADDRESSES = `
  INSERT INTO contact_address (institution_id, contact_id, uses, ${columns(addressLines)})
  SELECT $1::int, contact_id, uses, ${columns(addressLines)} FROM new_address WHERE num_nonnulls(${columns(addressLines)}) > 0 ORDER BY contact_id`;

const CHANGED_CRITERIA = `
  SELECT w.contact_id, substr(e.key, 2) AS code, e.value AS joined
  FROM writing w, jsonb_each_text(w.after) e WHERE w.outcome = 'updated' AND e.key LIKE '=%'`;

const CLEAR_CRITERIA = `DELETE FROM contact_criterion k USING (${CHANGED_CRITERIA}) t WHERE k.contact_id = t.contact_id AND k.code = t.code`;

const INSERT_CRITERIA = `
  INSERT INTO contact_criterion (institution_id, contact_id, code, value)
  SELECT $1::int, t.contact_id, t.code, s.value FROM (${CHANGED_CRITERIA}) t, string_to_table(t.joined, '|') AS s(value)`;

/** Carries out the changes of `writing` whose outcome is updated. The contacts are locked by the caller. */
export async function updateContacts(client: pg.ClientBase, { institutionId, environment, importId }: Target): Promise<void> {
  await client.query(UPDATE_CONTACTS, [importId]);
  await client.query(MOVED_EMAILS);
  await client.query(END_SIGN_IN);
  await client.query(WRITE_MEANS, [institutionId, environment]);
  await client.query('ANALYZE moved_email');
  await client.query(TAKE_SIGN_IN, [environment]);
  await client.query(SIGN_IN, [environment]);
  await client.query(WRITE_AUTHORIZATIONS, [institutionId]);
  for (const part of ['contact_means', 'contact_authorizations'] as const) await client.query(removeEmpty(part));
  await client.query(LEADING_ADDRESSES);
  await client.query(OTHER_ADDRESSES);
  await client.query(REMOVE_ADDRESSES);
  await client.query(INSERT_ADDRESSES, [institutionId]);
  await client.query(CLEAR_CRITERIA);
  await client.query(INSERT_CRITERIA, [institutionId]);
}
