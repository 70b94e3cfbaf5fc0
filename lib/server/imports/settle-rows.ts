import type pg from 'pg';
import type { Mapping } from '@/lib/engine';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { findErased } from '@/lib/server/removals/find-erased';
import type { PlanTarget } from './plan-target';

const repeated = (column: string) => `${column} IN (SELECT ${column} FROM staged WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1)`;

/** Names that are alike; that of a structure with the same ten fields as another is alike too. */
const ALIKE = `foyer_plain(structure_name) IN (
  SELECT foyer_plain(structure_name) FROM staged WHERE structure_name IS NOT NULL GROUP BY 1 HAVING count(*) > 1)`;

/** Rows that share a key with another row of the file. */
const SHARED = `
  CREATE TEMP TABLE shared ON COMMIT DROP AS
  SELECT row FROM staged WHERE ${repeated('key_number')} OR ${repeated('key_email')} OR ${ALIKE}`;

/** What a contact was last told by a row, as long as it still stands. */
const STANDING = 'CASE WHEN c.row_hash_version = c.version THEN c.row_hash END';

/** Stored contacts that have a key of the file: asked once for all rows, whatever their number. */
const HITS = [
  `CREATE TEMP TABLE number_hit ON COMMIT DROP AS
   SELECT c.number, c.id, c.version, c.erasure, ${STANDING} AS row_hash FROM contact c
   WHERE c.environment = $env AND c.number IN (SELECT key_number FROM staged WHERE key_number IS NOT NULL)`,
  `CREATE TEMP TABLE email_hit ON COMMIT DROP AS
   SELECT m.email1 AS email, count(*)::int AS contacts, min(c.id) AS id, min(c.version) AS version, min(${STANDING}) AS row_hash
   FROM contact_means m JOIN contact c ON c.id = m.contact_id
   WHERE m.environment = $env AND m.email1 IN (SELECT key_email FROM staged WHERE key_email IS NOT NULL) GROUP BY m.email1`,
  `CREATE TEMP TABLE name_hit ON COMMIT DROP AS
   SELECT DISTINCT c.plain_name AS name FROM contact c
   WHERE c.environment = $env AND c.plain_name IN (SELECT foyer_plain(structure_name) FROM staged WHERE structure_name IS NOT NULL)`,
];

/**
 * Rows that are not alone, or were thought to have been told before. `same`: the only contact they can mean was last told exactly this, so there is nothing to compare. A row with a
 * number is nobody else's, whatever its e-mail.
 */
const FOUND = `
  CREATE TEMP TABLE found ON COMMIT DROP AS
  SELECT s.row, coalesce(n.id, e.id) AS contact_id, coalesce(n.version, e.version) AS version,
    coalesce(h.row IS NULL AND t.name IS NULL AND x.row IS NULL
      AND CASE WHEN s.key_number IS NULL THEN e.contacts = 1 AND e.row_hash = s.row_hash
          ELSE n.row_hash = s.row_hash AND (e.email IS NULL OR e.id = n.id AND e.contacts = 1) END, false) AS same
  FROM staged s
  LEFT JOIN shared h USING (row)
  LEFT JOIN number_hit n ON n.number = s.key_number
  LEFT JOIN email_hit e ON e.email = s.key_email
  LEFT JOIN name_hit t ON t.name = foyer_plain(s.structure_name)
  LEFT JOIN erased_row x ON x.row = s.row
  WHERE x.row IS NOT NULL OR h.row IS NOT NULL OR n.id IS NOT NULL OR e.email IS NOT NULL OR t.name IS NOT NULL OR s.told`;

const COUNT = `
  SELECT count(*) FILTER (WHERE NOT same)::int AS waiting,
    coalesce(sum(hashint8extended(contact_id, row)::numeric + version) FILTER (WHERE same), 0)::text AS same FROM found`;

/** Rows that must be compared, and a text that tells the contacts of those that need not. */
export interface Settled {
  waiting: number;
  same: string;
}

/**
 * Tells the rows of `staged` apart, in sets: those that nobody else is like stay as they were planned alone, those that a contact was told
 * before change nothing, and the others wait for a comparison, as do those about people who were erased. Fills the temporary tables `shared`,
 * `erased_row` and `found`.
 */
export async function settleRows(client: pg.ClientBase, target: PlanTarget, environment: Environment, mapping: Mapping | null): Promise<Settled> {
  await client.query(SHARED);
  for (const sql of HITS) await client.query(sql.replaceAll('$env', `'${environment}'::"Environment"`));
  for (const table of ['shared', 'number_hit', 'email_hit', 'name_hit']) await client.query(`ANALYZE ${table}`);
  await findErased(client, target, environment, mapping);
  await client.query(FOUND);
  await client.query('ALTER TABLE found ADD PRIMARY KEY (row)');
  await client.query('ANALYZE found');
  const { rows } = await client.query<Settled>(COUNT);
  return rows[0] as Settled;
}
