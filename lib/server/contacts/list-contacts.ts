import { z } from 'zod';
import type { ContactKind } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { Environment } from '@/lib/server/generated/prisma/client';

const input = z.object({
  environment: z.enum(Environment),
  /** Beginning of a number or an e-mail, or part of a name; upper and lower case are the same, in names also letters with and without accents. */
  search: z.string().trim().max(200).optional(),
  kind: z.enum(['individual', 'structure', 'relay']).optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});

/** A contact as a line of the list. */
export interface ListedContact {
  id: string;
  number: string;
  kind: ContactKind;
  status: 'active' | 'inactive';
  name: string | null;
  email: string | null;
  town: string | null;
  updatedAt: string;
}

/** The greatest text that begins with a prefix, nearly: in the C collation nothing sorts above it but private characters. */
const AFTER_ALL = '\u{10FFFF}';

/**
 * The condition for a search. Numbers and e-mails are ranges of their indexes; LIKE could not use one, because under row-level
 * security only comparisons that cannot leak rows may run before the policy. Names are looked through within the institution.
 */
function condition(search: string | undefined): { sql: string; params: string[] } {
  if (!search) return { sql: 'true', params: [] };
  const lower = search.toLowerCase();
  if (/^\d+$/.test(search)) return { sql: 'c.number >= $4 AND c.number < $5', params: [search, search + AFTER_ALL] };
  if (search.includes('@')) {
    return {
      sql: 'c.id IN (SELECT m.contact_id FROM contact_means m WHERE m.environment = $2::"Environment" AND m.email1 >= $4 AND m.email1 < $5)',
      params: [lower, lower + AFTER_ALL],
    };
  }
  const email = 'EXISTS (SELECT FROM contact_means m WHERE m.contact_id = c.id AND m.email1 >= $4 AND m.email1 < $5)';
  return { sql: `(position(foyer_plain($6) IN c.search_name) > 0 OR ${email})`, params: [lower, lower + AFTER_ALL, search] };
}

const matching = (sql: string) => `
  FROM contact c WHERE c.institution_id = $1 AND c.environment = $2::"Environment" AND ($3::"ContactKind" IS NULL OR c.kind = $3) AND ${sql}`;

const LINE = `
  SELECT p.id::text, p.number, p.kind, p.status, coalesce(p.official_name, nullif(concat_ws(' ', p.first_name, p.last_name), '')) AS name,
    m.email1 AS email, (SELECT a.town FROM contact_address a WHERE a.contact_id = p.id ORDER BY position('M' IN a.uses) = 0 LIMIT 1) AS town,
    to_char(p.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt"`;

/** One page of the contacts of an environment by name (structures by theirs), and how many fit the filter. */
export async function listContacts(actor: Actor, request: z.input<typeof input>): Promise<{ total: number; contacts: ListedContact[] }> {
  requirePermission(actor, 'contact.view');
  const { environment, search, kind, offset, limit } = input.parse(request);
  const { institutionId, userId } = actor;
  const { sql, params } = condition(search);
  // Both orders are those of an index, so that a page of a million costs no sorting.
  const order = kind === 'structure' ? 'official_name, id' : 'last_name, first_name, id';
  const filter = [institutionId, environment, kind ?? null, ...params];
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const found = matching(sql);
    const total = await client.query<{ count: number }>(`SELECT count(*)::int AS count ${found}`, filter);
    const page = await client.query<ListedContact>(
      `${LINE} FROM (SELECT c.* ${found} ORDER BY ${order} OFFSET ${offset} LIMIT ${limit}) p LEFT JOIN contact_means m ON m.contact_id = p.id ORDER BY ${order}`,
      filter,
    );
    return { total: total.rows[0]?.count ?? 0, contacts: page.rows };
  });
}
