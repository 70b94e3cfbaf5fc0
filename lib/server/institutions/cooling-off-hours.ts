import type { Db } from '@/lib/server/database/scope';
import { COOLING_OFF_HOURS, readSettings } from './settings';

/** Hours between an approval and its run, in which it can be cancelled. `db` works in the institution's scope. */
export async function coolingOffHours(db: Db, institutionId: number): Promise<number> {
  const institution = await db.institution.findUnique({ where: { id: institutionId }, select: { settings: true } });
  return readSettings(institution?.settings).coolingOffHours ?? COOLING_OFF_HOURS;
}
