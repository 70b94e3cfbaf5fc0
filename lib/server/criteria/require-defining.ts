import { type Actor, may, requirePermission } from '@/lib/server/actor';
import type { Db } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { readSettings } from '@/lib/server/institutions/settings';

/** Who would define, where. */
type Definer = Pick<Actor, 'roles' | 'staff' | 'institutionId'>;

/** Whether the institution lets its own people define criteria and structure types. `db` works in its scope. */
export async function customersDefine(db: Db, institutionId: number): Promise<boolean> {
  const institution = await db.institution.findUnique({ where: { id: institutionId }, select: { settings: true } });
  return readSettings(institution?.settings).customersDefine ?? false;
}

/** Whether somebody may define: staff whose role allows it always, customers where the institution's policy allows it. */
export const mayDefine = async (db: Db, actor: Definer): Promise<boolean> =>
  may(actor, 'criteria.define') && (actor.staff || (await customersDefine(db, actor.institutionId)));

/** Refuses with `forbidden` by role, and with `criteria-by-staff` by policy. */
export async function requireDefining(db: Db, actor: Definer): Promise<void> {
  requirePermission(actor, 'criteria.define');
  if (!(await mayDefine(db, actor))) throw new AppError('criteria-by-staff', {}, 403);
}
