import type { Lists } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { readLists } from './read-lists';

/** The lists that the institution keeps, for templates that offer their values. */
export async function getLists(actor: Actor): Promise<Lists> {
  requirePermission(actor, 'settings.view');
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, (db) => readLists(db, institutionId));
}
