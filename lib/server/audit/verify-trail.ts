import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { type Verified, verifyChain } from './verify-chain';

/** Whether the institution's audit trail is as it was written, from its first event on. */
export async function verifyTrail(actor: Actor): Promise<Verified> {
  requirePermission(actor, 'audit.view');
  const { institutionId, userId } = actor;
  return inScopeSql({ kind: 'institution', institutionId, userId }, (client) => verifyChain(client, institutionId));
}
