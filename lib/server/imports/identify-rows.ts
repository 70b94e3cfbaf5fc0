import type pg from 'pg';
import { type CheckedRow, type IdentifiedRow, type InstitutionContext, identify, indexContacts } from '@/lib/engine';
import { fetchContacts } from '@/lib/server/contacts/fetch-contacts';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { fetchFacts } from '@/lib/server/removals/fetch-facts';

/** Everybody whom the numbers ($1), e-mails ($2) and official names ($3) of some rows may mean, and the structures of the relays among them. */
const CANDIDATES = `
  WITH found AS (
    SELECT c.id FROM contact c WHERE c.environment = $env AND c.number = ANY($1::text[])
    UNION SELECT m.contact_id FROM contact_means m WHERE m.environment = $env AND m.email1 = ANY($2::text[])
    UNION SELECT c.id FROM contact c WHERE c.environment = $env AND c.plain_name = ANY(SELECT foyer_plain(name) FROM unnest($3::text[]) name))
  SELECT id::text FROM found
  UNION SELECT c.structure_id::text FROM contact c JOIN found USING (id) WHERE c.structure_id IS NOT NULL`;

function keysOf(rows: readonly CheckedRow[]): [numbers: string[], emails: string[], names: string[]] {
  const numbers = new Set<string>();
  const emails = new Set<string>();
  const names = new Set<string>();
  for (const { refusal, keys, cells } of rows) {
    if (refusal !== null) continue;
    if (keys.number) numbers.add(keys.number);
    if (keys.email) emails.add(keys.email);
    if (cells.OFFICIAL_NAME) names.add(cells.OFFICIAL_NAME);
  }
  return [[...numbers], [...emails], [...names]];
}

/** Says of each row who it is, among the stored contacts as they are now, with their versions. */
export async function identifyRows(
  client: pg.ClientBase,
  rows: readonly CheckedRow[],
  environment: Environment,
  institution: InstitutionContext,
): Promise<IdentifiedRow[]> {
  const found = await client.query<{ id: string }>(CANDIDATES.replaceAll('$env', `'${environment}'::"Environment"`), keysOf(rows));
  const contacts = await fetchContacts(
    client,
    found.rows.map(({ id }) => id),
  );
  if (institution.removal) {
    const facts = await fetchFacts(client, [...contacts.keys()]);
    for (const [id, contact] of contacts) contact.facts = facts.get(id);
  }
  const index = indexContacts(contacts.values(), institution);
  return rows.map((row) => identify(row, index));
}
