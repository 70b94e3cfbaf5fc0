import type { Actor } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import type { ImportJob } from '@/lib/server/jobs/queues';

const READ = `SELECT id AS "importId", institution_id AS "institutionId" FROM import WHERE inactive_rule IS NOT NULL AND state = 'read' ORDER BY id LIMIT 50`;

/** The columns of the lists that simulateInactive writes. */
const MAPPING = { 0: 'INSTITUTION', 1: 'OPERATION', 2: 'CONTACT_NR' } as const;

/** Foyer itself, with an operator's rights. */
const nobody = (institutionId: number): Actor => ({ userId: 0, institutionId, roles: ['operator'], staff: true });

/** Has lists of inactive contacts planned once they are read: what their columns are is known. Safe to run in several processes at once. */
export async function planByRule(): Promise<void> {
  const { rows } = await inScopeSql({ kind: 'system' }, (client) => client.query<ImportJob>(READ));
  for (const { importId, institutionId } of rows) {
    await acceptMapping(nobody(institutionId), { importId, mapping: MAPPING }).catch((error: unknown) => {
      // Another worker has had it planned, or somebody gave it up.
      if (!(error instanceof AppError)) throw error;
    });
  }
}
