import { requirePermission } from '@/lib/server/actor';
import type { CurrentSession } from '@/lib/server/auth/read-session';
import { inScope } from '@/lib/server/database/scope';

export interface InstitutionListItem {
  id: number;
  code: string;
  name: string;
  country: string;
  language: string;
}

/**
 * All institutions by name, for staff to choose from. Takes the session, not an actor: whoever asks has not entered one yet.
 * @throws AppError `forbidden` for customers.
 */
export async function listInstitutions(session: CurrentSession): Promise<InstitutionListItem[]> {
  requirePermission(session, 'institution.list');
  return inScope({ kind: 'staff', userId: session.userId }, (db) =>
    db.institution.findMany({ select: { id: true, code: true, name: true, country: true, language: true }, orderBy: { name: 'asc' } }),
  );
}
