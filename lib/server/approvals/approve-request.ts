import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { coolingOffHours } from '@/lib/server/institutions/cooling-off-hours';
import { getRemovalSummary } from '@/lib/server/removals/get-removal-summary';
import { holdApproval, nameOf, refuseOwn, refuseStale } from './held-approval';
import { refuseUnlawful } from './request-approval';

const input = z.object({
  approvalId: z.int().positive(),
  /** Of the plan that the approver saw. */
  planHash: z.string().length(64),
});

const HOUR_MS = 3_600_000;

/**
 * Approves what another person asked for; it is carried out by itself once the institution's time to think it over is past. Throws `not-found`,
 * `approval-state`, `four-eyes`, `plan-stale`, and `removal-ceiling` where the policy or the base has changed since.
 */
export async function approveRequest(actor: Actor, request: z.input<typeof input>, now = new Date()): Promise<void> {
  requirePermission(actor, 'removal.approve');
  const { approvalId, planHash } = input.parse(request);
  const { institutionId, userId } = actor;
  const scope = { kind: 'institution', institutionId, userId } as const;
  const asked = await inScope(scope, (db) => db.approval.findUnique({ where: { id: approvalId }, select: { importId: true } }));
  if (!asked) throw notFound('approval');
  const summary = await getRemovalSummary(actor, { importId: asked.importId });
  await inScope(scope, async (db) => {
    const held = await holdApproval(db, approvalId, ['requested', 'questioned']);
    refuseOwn(actor, held);
    if (held.planHash !== planHash) throw new AppError('plan-stale', {}, 409);
    refuseStale(held);
    refuseUnlawful(summary);
    const runNotBefore = new Date(now.getTime() + HOUR_MS * (await coolingOffHours(db, institutionId)));
    const decision = { state: 'approved', decider: userId, deciderName: await nameOf(db, actor), decidedAt: now, runNotBefore } as const;
    await db.approval.update({ where: { id: approvalId }, data: decision });
    const details = { approval: approvalId, planHash, runNotBefore: runNotBefore.toISOString() };
    await recordEvent(db, { action: 'approval.approve', subject: `import:${held.importId}`, details });
  });
}
