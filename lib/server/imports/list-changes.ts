import { z } from 'zod';
import type { ChangeKind, ChangeValues, ContactKind } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import type { Outcome } from '@/lib/server/generated/prisma/client';
import { SHOWN } from './conflicts';
import { requireImport } from './require-import';

const input = z.object({
  importId: z.int().positive(),
  kind: z.enum(['create', 'update', 'remove', 'unchanged']).optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});

/** A planned change and, once carried out, what became of it. */
export interface ListedChange {
  row: number;
  part: ContactKind;
  kind: ChangeKind;
  contactId: string;
  /** null for a contact that will get its number when it is created. A contact that is removed has all of it in `before`. */
  contactNumber: string | null;
  name: string | null;
  before: ChangeValues;
  after: ChangeValues;
  outcome: Outcome | null;
}

const MATCHING = `plan_change p WHERE p.institution_id = $1 AND p.import_id = $2 AND ($3::"ChangeKind" IS NULL OR p.kind = $3) AND ${SHOWN}`;

/** What the plan says of a contact; of one that is removed, the plan that had created it. */
const SAID = `CASE WHEN p.kind = 'remove' THEN coalesce(o.after, p.before) ELSE p.after END`;

const PAGE = `
  SELECT p.row, p.part, p.kind, p.contact_id::text AS "contactId", coalesce(c.number, p.after->>'CONTACT_NR', p.before->>'CONTACT_NR') AS "contactNumber",
    coalesce(c.official_name, nullif(concat_ws(' ', c.first_name, c.last_name), ''),
      s.said->>'OFFICIAL_NAME', nullif(concat_ws(' ', s.said->>'FIRSTNAME', s.said->>'LASTNAME'), ''), s.said->>'EMAIL1') AS name,
    CASE WHEN p.kind = 'remove' THEN s.said ELSE p.before END AS before, p.after, d.outcome
  FROM (SELECT * FROM ${MATCHING} ORDER BY p.row, p.part OFFSET $4 LIMIT $5) p
  LEFT JOIN import i ON i.id = p.import_id AND p.kind = 'remove'
  LEFT JOIN plan_change o ON o.institution_id = p.institution_id AND o.import_id = i.undoes AND o.row = p.row AND o.part = p.part
  CROSS JOIN LATERAL (SELECT ${SAID} AS said) s
  LEFT JOIN contact c ON c.id = p.contact_id
  LEFT JOIN change_result d ON d.institution_id = p.institution_id AND d.import_id = p.import_id AND d.row = p.row AND d.part = p.part
  ORDER BY p.row, p.part`;

/** One page of a plan's changes in the order of the file, and how many there are. Throws `not-found`. */
export async function listChanges(actor: Actor, request: z.input<typeof input>): Promise<{ total: number; changes: ListedChange[] }> {
  requirePermission(actor, 'import.view');
  const { importId, kind, offset, limit } = input.parse(request);
  const { institutionId, userId } = actor;
  const filter = [institutionId, importId, kind ?? null];
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    await requireImport(client, importId);
    const { rows: total } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${MATCHING}`, filter);
    const { rows: changes } = await client.query<ListedChange>(PAGE, [...filter, offset, limit]);
    return { total: total[0]?.count ?? 0, changes };
  });
}
