import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { holdApproval, nameOf } from './held-approval';
import { messageText } from './message-text';

const input = z.object({ approvalId: z.int().positive(), text: messageText });

/** Answers an approver's question: the request waits for a decision again. Throws `not-found`, and `approval-state` where nothing was asked. */
export async function answerQuestion(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'removal.request');
  const { approvalId, text } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const held = await holdApproval(db, approvalId, ['questioned']);
    await db.approval.update({ where: { id: approvalId }, data: { state: 'requested' } });
    const message = { institutionId, approvalId, kind: 'answer', author: userId, authorName: await nameOf(db, actor), text } as const;
    await db.approvalMessage.create({ data: message });
    await recordEvent(db, { action: 'approval.answer', subject: `import:${held.importId}`, details: { approval: approvalId } });
  });
}
