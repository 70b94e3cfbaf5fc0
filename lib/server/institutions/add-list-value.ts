import { z } from 'zod';
import { PLAIN_LISTS } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { labelsInput, listCodeOf } from './list-value-input';

const input = z.object({ list: z.enum(PLAIN_LISTS), code: z.string().trim().min(1).max(200), labels: labelsInput });

/** Adds a value behind the others of its list. Throws `list-value-exists` and `list-code-unusable`. */
export async function addListValue(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'settings.edit');
  const { list, code: typed, labels } = input.parse(request);
  const code = listCodeOf(list, typed);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const added = await db.$executeRaw`
      INSERT INTO list_value (institution_id, list, code, labels, rank)
      SELECT ${institutionId}, ${list}, ${code}, ${JSON.stringify(labels)}::jsonb, coalesce(max(rank), 0) + 1
      FROM list_value WHERE institution_id = ${institutionId} AND list = ${list}
      ON CONFLICT (institution_id, list, code) DO NOTHING`;
    if (added === 0) throw new AppError('list-value-exists', { code }, 409);
    await recordEvent(db, { action: 'list.add', subject: `list:${list}`, details: { code } });
  });
}
