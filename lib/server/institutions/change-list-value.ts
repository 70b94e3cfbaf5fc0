import { z } from 'zod';
import { PLAIN_LISTS } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import { labelsInput } from './list-value-input';

const input = z.object({ listValueId: z.int().positive(), labels: labelsInput, rank: z.int().min(0).max(9999) });

/** Changes the labels and the place of a value; its code is in contacts and stays. Throws `not-found`. */
export async function changeListValue(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'settings.edit');
  const { listValueId: id, labels, rank } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.listValue.findUnique({ where: { id, list: { in: [...PLAIN_LISTS] } } });
    if (!found) throw notFound('page');
    await db.listValue.update({ where: { id }, data: { labels, rank } });
    await recordEvent(db, { action: 'list.change', subject: `list:${found.list}`, details: { code: found.code, rank } });
  });
}
