import { z } from 'zod';
import { Environment } from '@/lib/server/generated/prisma/client';

/** Which contacts of an institution are meant. */
export const contactFilter = z.object({
  environment: z.enum(Environment),
  /** Beginning of a number or an e-mail, or part of a name; upper and lower case are the same, in names also letters with and without accents. */
  search: z.string().trim().max(200).optional(),
  kind: z.enum(['individual', 'structure', 'relay']).optional(),
});
export type ContactFilter = z.infer<typeof contactFilter>;

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

/** `FROM contact c WHERE …` for the contacts that are meant, and its parameters. */
export function matchingContacts(institutionId: number, { environment, search, kind }: ContactFilter): { from: string; params: unknown[] } {
  const { sql, params } = condition(search);
  return {
    from: `FROM contact c WHERE c.institution_id = $1 AND c.environment = $2::"Environment" AND ($3::"ContactKind" IS NULL OR c.kind = $3) AND ${sql}`,
    params: [institutionId, environment, kind ?? null, ...params],
  };
}
