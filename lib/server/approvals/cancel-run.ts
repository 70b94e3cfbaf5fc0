import { z } from 'zod';
import { type Actor, may, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { holdApproval } from './held-approval';

const input = z.object({ approvalId: z.int().positive() });

/**
 * Cancels what was approved before it begins; whoever may ask and whoever may approve can. Nothing was written, and the plan can be asked for
 * again. Throws `not-found`, and `approval-state` once it has begun.
 */
export async function cancelRun(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, may(actor, 'removal.approve') ? 'removal.approve' : 'removal.request');
  const { approvalId } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const held = await holdApproval(db, approvalId, ['approved']);
    await db.approval.update({ where: { id: approvalId }, data: { state: 'cancelled', endedBy: userId, endedAt: new Date() } });
    await recordEvent(db, { action: 'approval.cancel', subject: `import:${held.importId}`, details: { approval: approvalId } });
  });
}
