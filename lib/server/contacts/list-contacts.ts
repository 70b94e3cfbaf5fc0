import { z } from 'zod';
import type { ContactKind } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { contactFilter, matchingContacts } from './matching-contacts';

const input = contactFilter.extend({
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

const LINE = `
  SELECT p.id::text, p.number, p.kind, p.status, coalesce(p.official_name, nullif(concat_ws(' ', p.first_name, p.last_name), '')) AS name,
    m.email1 AS email, (SELECT a.town FROM contact_address a WHERE a.contact_id = p.id ORDER BY position('M' IN a.uses) = 0 LIMIT 1) AS town,
    to_char(p.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt"`;

/** One page of the contacts of an environment by name (structures by theirs), and how many fit the filter. */
export async function listContacts(actor: Actor, request: z.input<typeof input>): Promise<{ total: number; contacts: ListedContact[] }> {
  requirePermission(actor, 'contact.view');
  const { offset, limit, ...filter } = input.parse(request);
  const { institutionId, userId } = actor;
  // Both orders are those of an index, so that a page of a million costs no sorting.
  const order = filter.kind === 'structure' ? 'official_name, id' : 'last_name, first_name, id';
  const { from, params } = matchingContacts(institutionId, filter);
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const total = await client.query<{ count: number }>(`SELECT count(*)::int AS count ${from}`, params);
    const page = await client.query<ListedContact>(
      `${LINE} FROM (SELECT c.* ${from} ORDER BY ${order} OFFSET ${offset} LIMIT ${limit}) p LEFT JOIN contact_means m ON m.contact_id = p.id ORDER BY ${order}`,
      params,
    );
    return { total: total.rows[0]?.count ?? 0, contacts: page.rows };
  });
}
