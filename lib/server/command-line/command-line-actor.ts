import type { Actor } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';

/** Who acts from the command line, in the audit trail and as creator of imports. No person has this number: those of people begin at 1. */
const COMMAND_LINE_USER = 0;

/**
 * The actor of the command line in the institution with this code, or in the only one there is. An operator: its use cases check its
 * permissions and its transactions see one institution, as everybody's do. Throws `institution-needed` when no code is given and there
 * are several, or none has the code; `not-found` when there is no institution at all.
 */
export async function commandLineActor(code: string | undefined): Promise<Actor> {
  const institutions = await inScope({ kind: 'staff', userId: COMMAND_LINE_USER }, (db) =>
    db.institution.findMany({ select: { id: true, code: true }, orderBy: { code: 'asc' } }),
  );
  if (institutions.length === 0) throw notFound('institution');
  const [found, ...others] = institutions.filter((institution) => code === undefined || institution.code === code);
  if (!found || others.length > 0)
    throw new AppError('institution-needed', { codes: institutions.map((institution) => institution.code).join(', ') });
  return { userId: COMMAND_LINE_USER, institutionId: found.id, roles: ['operator'], staff: true };
}

/** Notes in the institution's audit trail that the command line works in it, as it is noted when staff enter it: before anything is written. */
export async function recordEntry({ institutionId, userId, staff }: Actor): Promise<void> {
  await inScope({ kind: 'institution', institutionId, userId }, (db) =>
    recordEvent(db, { action: 'institution.enter', subject: `institution:${institutionId}`, details: { staff, commandLine: true } }),
  );
}
