'use server';

import { answer } from '@/app/acting';
import type { ChainState } from '@/components/audit/audit-shapes';
import type { Answer } from '@/components/ui/answer';
import { verifyTrail } from '@/lib/server/audit/verify-trail';

/** Whether the trail is as it was written. */
export async function checkChain(): Promise<Answer<ChainState>> {
  return answer(async (actor) => {
    const { events, head, findings } = await verifyTrail(actor);
    return { events, head, misfits: findings.length };
  });
}
