import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { holdApproval, nameOf, refuseOwn } from './held-approval';
import { messageText } from './message-text';

const input = z.object({ approvalId: z.int().positive(), text: messageText });

/** Refuses what another person asked for, in words that they will read. Throws `not-found`, `approval-state` and `four-eyes`. */
export async function refuseRequest(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'removal.approve');
  const { approvalId, text } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const held = await holdApproval(db, approvalId, ['requested', 'questioned']);
    refuseOwn(actor, held);
    const name = await nameOf(db, actor);
    const decision = { state: 'refused', decider: userId, deciderName: name, decidedAt: new Date() } as const;
    await db.approval.update({ where: { id: approvalId }, data: decision });
    await db.approvalMessage.create({ data: { institutionId, approvalId, kind: 'refusal', author: userId, authorName: name, text } });
    await recordEvent(db, { action: 'approval.refuse', subject: `import:${held.importId}`, details: { approval: approvalId } });
  });
}
