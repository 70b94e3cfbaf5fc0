import type { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { removalSettings } from './settings';

/**
 * Decides under which policy removals of the institution are planned, asked for and carried out from now on. What is left out stays as it is.
 * Of staff alone.
 */
export async function changeRemovalPolicy(actor: Actor, request: z.input<typeof removalSettings>): Promise<void> {
  requirePermission(actor, 'removal.policy');
  const { protectedCriteria, ...policy } = removalSettings.parse(request);
  const { institutionId, userId } = actor;
  const stored = JSON.stringify({ ...policy, protectedCriteria });
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.$executeRaw`UPDATE institution SET settings = settings || ${stored}::jsonb WHERE id = ${institutionId}`;
    const details = { ...policy, ...(protectedCriteria && { protectedCriteria: protectedCriteria.join(',') }) };
    await recordEvent(db, { action: 'institution.policy', subject: `institution:${institutionId}`, details });
  });
}
