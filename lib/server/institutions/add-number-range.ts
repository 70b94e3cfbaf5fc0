import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';

const input = z.object({
  environment: z.enum(['PP', 'P']),
  first: z.string().trim().max(40),
  last: z.string().trim().max(40),
  label: z.string().trim().max(100),
});

/** Numbers that the sequence can count. */
const COUNTABLE = /^\d{1,18}$/;

/**
 * Keeps contact numbers for imports: the sequence passes them over. Throws `number-range-unusable` where an end is no number or the last is
 * before the first, and `number-range-overlaps`.
 */
export async function addNumberRange(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'settings.edit');
  const { environment, label, ...typed } = input.parse(request);
  if (!COUNTABLE.test(typed.first) || !COUNTABLE.test(typed.last)) throw new AppError('number-range-unusable');
  const [first, last] = [BigInt(typed.first), BigInt(typed.last)];
  if (last < first) throw new AppError('number-range-unusable');
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    // One range at a time: two that overlap must not both be found to stand alone.
    await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('number ranges', ${institutionId}))::text`;
    const other = await db.numberRange.findFirst({ where: { institutionId, environment, first: { lte: last }, last: { gte: first } } });
    if (other) throw new AppError('number-range-overlaps', { first: String(other.first), last: String(other.last) }, 409);
    const { id } = await db.numberRange.create({ data: { institutionId, environment, first, last, label } });
    const details = { environment, first: String(first), last: String(last) };
    await recordEvent(db, { action: 'number-range.add', subject: `number-range:${id}`, details });
  });
}
