import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { mayDefine } from './require-defining';

/** Whether somebody may define criteria and structure types in the institution: for showing only what they may do. */
export async function getDefiningRight(actor: Actor): Promise<boolean> {
  requirePermission(actor, 'criteria.view');
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, (db) => mayDefine(db, actor));
}
