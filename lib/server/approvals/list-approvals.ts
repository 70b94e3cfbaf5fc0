import { z } from 'zod';
import { requirePermission } from '@/lib/server/actor';
import type { CurrentSession } from '@/lib/server/auth/read-session';
import { inScopeSql } from '@/lib/server/database/scope';
import type { ApprovalState, Environment } from '@/lib/server/generated/prisma/client';
import { OPEN_STATES } from './held-approval';

/** Requests on one page of the queue. */
export const APPROVALS_PER_PAGE = 25;

const input = z.object({
  /** From 1. */
  page: z.int().min(1).default(1),
  /** Whether something may still come of them. */
  open: z.boolean().default(true),
});

/** A request in the queue of staff: of any institution, in figures. Times are ISO texts. */
export interface ListedApproval {
  id: number;
  importId: number;
  institutionId: number;
  institutionName: string;
  environment: Environment;
  state: ApprovalState;
  /** Contacts that the plan touches, and by operation. */
  total: number;
  perOperation: Record<string, number>;
  requesterName: string;
  requestedAt: string;
  runNotBefore: string | null;
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const PAGE = `
  SELECT a.id, a.import_id AS "importId", a.institution_id AS "institutionId", n.name AS "institutionName", i.environment, a.state,
    (a.plan->>'total')::int AS total, a.plan->'perOperation' AS "perOperation", a.requester_name AS "requesterName",
    ${iso('a.requested_at')} AS "requestedAt", ${iso('a.run_not_before')} AS "runNotBefore"
  FROM approval a JOIN institution n ON n.id = a.institution_id JOIN import i ON i.id = a.import_id
  WHERE (a.state::text = ANY($1)) = $2`;

/**
 * Requests of all institutions: what waits, longest first, or what has ended, last first. Takes the session, not an actor: whoever decides enters
 * an institution from here.
 * @throws AppError `forbidden` for customers.
 */
export async function listApprovals(
  session: CurrentSession,
  request: z.input<typeof input> = {},
): Promise<{ total: number; items: ListedApproval[] }> {
  requirePermission(session, 'approval.list');
  const { page, open } = input.parse(request);
  return inScopeSql({ kind: 'staff', userId: session.userId }, async (client) => {
    const params = [OPEN_STATES, open];
    const total = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM approval WHERE (state::text = ANY($1)) = $2', params);
    const order = open ? 'a.requested_at, a.id' : 'a.requested_at DESC, a.id DESC';
    const { rows } = await client.query<ListedApproval>(
      `${PAGE} ORDER BY ${order} OFFSET ${(page - 1) * APPROVALS_PER_PAGE} LIMIT ${APPROVALS_PER_PAGE}`,
      params,
    );
    return { total: total.rows[0]?.count ?? 0, items: rows };
  });
}
