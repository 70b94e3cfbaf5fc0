import type pg from 'pg';
import { type CheckedRow, type IdentifiedRow, type InstitutionContext, identify, indexContacts } from '@/lib/engine';
import { fetchContacts } from '@/lib/server/contacts/fetch-contacts';
import type { Environment } from '@/lib/server/generated/prisma/client';

/** Every key of the staged rows that a stored contact has: one join per kind of key for the whole file, whatever its size. */
const MATCH = `
  CREATE TEMP TABLE matched ON COMMIT DROP AS
  SELECT 'n' || k.key AS key, c.id AS contact_id
    FROM (SELECT DISTINCT key_number AS key FROM staged WHERE key_number IS NOT NULL) k
    JOIN contact c ON c.number = k.key AND c.environment = $env
  UNION ALL
  SELECT 'e' || k.key, m.contact_id
    FROM (SELECT DISTINCT key_email AS key FROM staged WHERE key_email IS NOT NULL) k
    JOIN contact_means m ON m.email1 = k.key AND m.environment = $env
  UNION ALL
  SELECT 's' || k.key, c.id
    FROM (SELECT DISTINCT structure_name AS key FROM staged WHERE structure_name IS NOT NULL) k
    JOIN contact c ON c.official_name = k.key AND c.environment = $env AND c.kind = 'structure'`;

/** Looks up all keys of the table `staged`; fills the temporary table `matched`. Gives the number of hits. */
export async function matchContacts(client: pg.ClientBase, environment: Environment): Promise<number> {
  const { rowCount } = await client.query(MATCH.replaceAll('$env', `'${environment}'::"Environment"`));
  await client.query('CREATE INDEX ON matched (key)');
  await client.query('ANALYZE matched');
  return rowCount ?? 0;
}

const CANDIDATES = `
  WITH found AS (SELECT DISTINCT contact_id AS id FROM matched WHERE key = ANY($1::text[]))
  SELECT id::text FROM found
  UNION SELECT c.structure_id::text FROM contact c JOIN found USING (id) WHERE c.structure_id IS NOT NULL`;

function keysOf({ refusal, keys, cells }: CheckedRow): string[] {
  if (refusal !== null) return [];
  const found: string[] = [];
  if (keys.number) found.push(`n${keys.number}`);
  if (keys.email) found.push(`e${keys.email}`);
  if (cells.OFFICIAL_NAME) found.push(`s${cells.OFFICIAL_NAME}`);
  return found;
}

/** Says of each row who it is, among the contacts that `matched` holds. The contacts are as they are now, with their versions. */
export async function identifyRows(client: pg.ClientBase, rows: readonly CheckedRow[], institution: InstitutionContext): Promise<IdentifiedRow[]> {
  const keys = [...new Set(rows.flatMap(keysOf))];
  const found = keys.length === 0 ? [] : (await client.query<{ id: string }>(CANDIDATES, [keys])).rows;
  const contacts = await fetchContacts(
    client,
    found.map(({ id }) => id),
  );
  const index = indexContacts(contacts.values(), institution);
  return rows.map((row) => identify(row, index));
}
