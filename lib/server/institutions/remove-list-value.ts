import { z } from 'zod';
import { PLAIN_LISTS } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';

const input = z.object({ listValueId: z.int().positive() });

/** Takes a value off its list: files can no longer bring it, contacts that have it keep it. Throws `not-found`. */
export async function removeListValue(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'settings.edit');
  const { listValueId: id } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.listValue.findUnique({ where: { id, list: { in: [...PLAIN_LISTS] } } });
    if (!found) throw notFound('page');
    await db.listValue.delete({ where: { id } });
    await recordEvent(db, { action: 'list.remove', subject: `list:${found.list}`, details: { code: found.code } });
  });
}
