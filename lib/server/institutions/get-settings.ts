import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { type InstitutionSettings, readSettings } from './settings';

/** What the institution decided about all its imports. */
export async function getSettings(actor: Actor): Promise<InstitutionSettings> {
  requirePermission(actor, 'settings.view');
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.institution.findUnique({ where: { id: institutionId }, select: { settings: true } });
    return readSettings(found?.settings);
  });
}
