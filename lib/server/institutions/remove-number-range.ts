import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';

const input = z.object({ numberRangeId: z.int().positive() });

/** Gives the numbers of a range back to the sequence, which from then on counts above those that are taken. Throws `not-found`. */
export async function removeNumberRange(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'settings.edit');
  const { numberRangeId: id } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.numberRange.findUnique({ where: { id } });
    if (!found) throw notFound('page');
    await db.numberRange.delete({ where: { id } });
    const details = { environment: found.environment, first: String(found.first), last: String(found.last) };
    await recordEvent(db, { action: 'number-range.remove', subject: `number-range:${id}`, details });
  });
}
