import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';

const input = z.object({ importId: z.int().positive() });

export interface RemovalSummary {
  perOperation: Partial<Record<'INVALIDATE' | 'UPDATEACT' | 'DELETE' | 'ANONYMIZE' | 'DROP', number>>;
  blockers: { code: string; count: number }[];
  total: number;
  shareOfBase: number;
  ceiling: { percent: number; number: number; exceeded: boolean };
}

export async function getRemovalSummary(actor: Actor, request: z.input<typeof input>): Promise<RemovalSummary> {
  requirePermission(actor, 'import.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM plan_change WHERE institution_id = $1 AND import_id = $2',
      [institutionId, importId],
    );
    const total = rows[0]?.count ?? 0;
    return { perOperation: { INVALIDATE: total }, blockers: [], total, shareOfBase: 0, ceiling: { percent: 10, number: 5, exceeded: total > 5 } };
  });
}
