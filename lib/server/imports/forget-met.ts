import type { Db } from '@/lib/server/database/scope';
import type { ImportJob } from '@/lib/server/jobs/queues';

/** Forgets what rows met before they were planned again: the new plan, which is confirmed now, tells of them. */
export async function forgetMet(db: Db, { institutionId, importId }: ImportJob): Promise<void> {
  await db.$executeRaw`
    DELETE FROM change_result WHERE institution_id = ${institutionId} AND import_id = ${importId} AND row IN (
      SELECT r.row FROM import_row r JOIN import i ON i.id = r.import_id WHERE r.institution_id = ${institutionId} AND i.id = ${importId} AND i.round > 1 AND r.round = i.round)`;
}
