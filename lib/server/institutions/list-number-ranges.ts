import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import type { Environment } from '@/lib/server/generated/prisma/client';

/** Contact numbers kept for imports, both ends included. Texts: they may be longer than a number is exact. */
export interface NumberRangeItem {
  id: number;
  environment: Environment;
  first: string;
  last: string;
  label: string;
}

/** The number ranges of the institution, by environment and first number. */
export async function listNumberRanges(actor: Actor): Promise<NumberRangeItem[]> {
  requirePermission(actor, 'settings.view');
  const { institutionId, userId } = actor;
  const ranges = await inScope({ kind: 'institution', institutionId, userId }, (db) =>
    db.numberRange.findMany({ where: { institutionId }, orderBy: [{ environment: 'desc' }, { first: 'asc' }] }),
  );
  return ranges.map(({ id, environment, first, last, label }) => ({ id, environment, first: String(first), last: String(last), label }));
}
