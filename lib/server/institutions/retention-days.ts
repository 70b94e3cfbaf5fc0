import type { Db } from '@/lib/server/database/scope';
import { RETENTION_DAYS, readSettings } from './settings';

/** Days that an institution keeps rows, files and values of its imports. `db` works in its scope. */
export async function retentionDays(db: Db, institutionId: number): Promise<number> {
  const institution = await db.institution.findUnique({ where: { id: institutionId }, select: { settings: true } });
  return readSettings(institution?.settings).retentionDays ?? RETENTION_DAYS;
}
