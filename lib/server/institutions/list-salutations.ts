import type { OwnSalutation } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';

/** The institution's own salutations; for what is not here our own texts hold. */
export async function listSalutations(actor: Actor): Promise<OwnSalutation[]> {
  requirePermission(actor, 'settings.view');
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, (db) =>
    db.salutation.findMany({
      where: { institutionId },
      select: { title: true, language: true, letter: true, address: true },
      orderBy: [{ title: 'asc' }, { language: 'asc' }],
    }),
  );
}
