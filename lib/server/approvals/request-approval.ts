import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { ApprovalBasis } from '@/lib/server/generated/prisma/client';
import { asJson } from '@/lib/server/imports/as-json';
import { readCounts } from '@/lib/server/imports/import-counts';
import { getRemovalSummary, type RemovalSummary } from '@/lib/server/removals/get-removal-summary';
import { nameOf, OPEN_STATES } from './held-approval';
import type { SeenPlan } from './seen-plan';

const input = z.object({
  importId: z.int().positive(),
  planHash: z.string().length(64),
  basis: z.enum(ApprovalBasis),
  /** In words, for who decides and for the certificate. */
  reason: z.string().trim().min(10).max(1000),
  /** What was typed to show that the plan was read: see `proofOf`. */
  proof: z.string().trim().max(100),
});

/** What is typed to ask for a removal: how many contacts the plan touches, and whose they are. */
export const proofOf = (total: number, institutionCode: string) => `${total} ${institutionCode}`;

/** Spaces within numbers and at the ends are nobody's mistake. */
const asTyped = (text: string) => text.replaceAll(/\s+/g, ' ').trim().toUpperCase();

/**
 * Asks for a removal: the plan that was seen, named by its hash, with its figures as they are now, is laid before an approver. Throws `not-found`,
 * `not-a-removal`, `import-state`, `plan-stale`, `removal-nothing`, `removal-ceiling`, `proof-wrong`, `approval-open` where it is asked for
 * already, and `approval-needs-person` for the command line.
 */
export async function requestApproval(actor: Actor, request: z.input<typeof input>): Promise<{ approvalId: number }> {
  requirePermission(actor, 'removal.request');
  const { importId, planHash, basis, reason, proof } = input.parse(request);
  const { institutionId, userId } = actor;
  const summary = await getRemovalSummary(actor, { importId });
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: importId } });
    const counts = readCounts(found?.counts ?? null).counts;
    if (!found || !counts) throw notFound('import');
    if (found.purpose !== 'removal' || found.kind !== 'file') throw new AppError('not-a-removal', {}, 409);
    if (found.state !== 'planned') throw new AppError('import-state', { state: found.state, to: 'applying' }, 409);
    if (found.planHash !== planHash) throw new AppError('plan-stale', {}, 409);
    refuseUnlawful(summary);
    const { code } = await db.institution.findUniqueOrThrow({ where: { id: institutionId }, select: { code: true } });
    const expected = proofOf(summary.total, code);
    if (asTyped(proof) !== asTyped(expected)) throw new AppError('proof-wrong', { expected });
    if (await db.approval.count({ where: { importId, state: { in: [...OPEN_STATES] } } })) throw new AppError('approval-open', {}, 409);
    const { perOperation, blockers, total, shareOfBase } = summary;
    const seen: SeenPlan = { perOperation, blockers, total, shareOfBase, rows: counts };
    const requested = {
      institutionId,
      importId,
      planHash,
      basis,
      reason,
      plan: asJson(seen),
      requester: userId,
      requesterName: await nameOf(db, actor),
    };
    const { id } = await db.approval.create({ data: requested });
    await recordEvent(db, { action: 'approval.request', subject: `import:${importId}`, details: { approval: id, basis, planHash, contacts: total } });
    return { approvalId: id };
  });
}

/** Throws `removal-nothing`, or `removal-ceiling` with the ceilings. */
export function refuseUnlawful({ total, ceiling }: Pick<RemovalSummary, 'total' | 'ceiling'>): void {
  if (total === 0) throw new AppError('removal-nothing', {}, 409);
  if (ceiling.exceeded) throw new AppError('removal-ceiling', { total, percent: ceiling.percent, number: ceiling.number }, 409);
}
