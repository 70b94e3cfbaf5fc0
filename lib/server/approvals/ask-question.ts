import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { holdApproval, nameOf, refuseOwn } from './held-approval';
import { messageText } from './message-text';

const input = z.object({ approvalId: z.int().positive(), text: messageText });

/** Asks the requester something before deciding; an answer lays the request before the approvers again. Throws as refuseRequest does. */
export async function askQuestion(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'removal.approve');
  const { approvalId, text } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const held = await holdApproval(db, approvalId, ['requested', 'questioned']);
    refuseOwn(actor, held);
    await db.approval.update({ where: { id: approvalId }, data: { state: 'questioned' } });
    const message = { institutionId, approvalId, kind: 'question', author: userId, authorName: await nameOf(db, actor), text } as const;
    await db.approvalMessage.create({ data: message });
    await recordEvent(db, { action: 'approval.ask', subject: `import:${held.importId}`, details: { approval: approvalId } });
  });
}
