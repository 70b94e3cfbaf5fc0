import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import type { CurrentSession } from './read-session';

/**
 * Chooses the institution the session works in from now on. A customer may enter their own, staff any; each entry is in the audit
 * trail of the institution, written before its door opens.
 * @throws AppError `not-found` for an institution that is not there or not theirs to enter.
 */
export async function enterInstitution(session: CurrentSession, institutionId: number): Promise<void> {
  const { sessionId, userId, staff } = session;
  if (!session.institutions.some(({ id }) => id === institutionId)) throw notFound('institution');
  await inScope({ kind: 'institution', institutionId, userId }, (db) =>
    recordEvent(db, { action: 'institution.enter', subject: `institution:${institutionId}`, details: { staff } }),
  );
  await inScope({ kind: 'auth', userId }, (db) => db.session.updateMany({ where: { id: sessionId, userId }, data: { institutionId } }));
}
