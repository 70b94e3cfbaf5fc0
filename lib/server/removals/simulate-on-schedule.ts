import type { Actor } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { log } from '@/lib/server/log';
import { simulateInactive } from './simulate-inactive';

const SCHEDULED = `SELECT id FROM institution WHERE (settings->>'inactiveEveryDays')::int > 0 ORDER BY id`;

/** Whether so many days are over since the last simulation; held until the commit, so that of several workers one begins it. */
const IS_DUE = `
  SELECT pg_try_advisory_xact_lock(hashtextextended('inactive contacts', $1::int)) AND NOT EXISTS (
    SELECT FROM audit_event e, institution n WHERE n.id = $1 AND e.institution_id = $1 AND e.action = 'inactive.simulate'
      AND e.at > $2::timestamptz - make_interval(days => (n.settings->>'inactiveEveryDays')::int)) AS due`;

const nobody = (institutionId: number): Actor => ({ userId: 0, institutionId, roles: ['operator'], staff: true });

/**
 * Simulates the removal of inactive contacts in production for every institution whose policy asks for it every so many days, where these are
 * over. Nothing but a plan comes of it.
 */
export async function simulateOnSchedule(now: Date): Promise<void> {
  const { rows } = await inScopeSql({ kind: 'system' }, (client) => client.query<{ id: number }>(SCHEDULED));
  for (const { id: institutionId } of rows) {
    // One institution that cannot be simulated must not keep the others back.
    await simulateIfDue(institutionId, now).catch((error: unknown) =>
      log.error({ institutionId, err: error }, 'inactive contacts could not be looked for'),
    );
  }
}

const simulateIfDue = (institutionId: number, now: Date): Promise<void> =>
  inScopeSql({ kind: 'institution', institutionId }, async (client) => {
    const { rows: found } = await client.query<{ due: boolean }>(IS_DUE, [institutionId, now]);
    // The lock of this transaction keeps other workers away until the simulation is in the audit trail.
    if (found[0]?.due) await simulateInactive(nobody(institutionId), { environment: 'P' }, now).catch(ignoreNobody);
  });

function ignoreNobody(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'inactive-nobody')) throw error;
}
