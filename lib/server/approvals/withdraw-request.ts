import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { holdApproval } from './held-approval';

const input = z.object({ approvalId: z.int().positive() });

/**
 * Takes a request back before it is decided; whoever may ask may, because to stop is always safe. The plan stays and can be asked for again.
 * Throws `not-found` and `approval-state`.
 */
export async function withdrawRequest(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'removal.request');
  const { approvalId } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const held = await holdApproval(db, approvalId, ['requested', 'questioned']);
    await db.approval.update({ where: { id: approvalId }, data: { state: 'withdrawn', endedBy: userId, endedAt: new Date() } });
    await recordEvent(db, { action: 'approval.withdraw', subject: `import:${held.importId}`, details: { approval: approvalId } });
  });
}
