import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';

const input = z.object({ customersDefine: z.boolean() });

/** Staff decide whether the people of the institution define criteria and structure types themselves. */
export async function setCriteriaPolicy(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'criteria.policy');
  const policy = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.$executeRaw`UPDATE institution SET settings = settings || ${JSON.stringify(policy)}::jsonb WHERE id = ${institutionId}`;
    await recordEvent(db, { action: 'criteria.policy', subject: `institution:${institutionId}`, details: policy });
  });
}
