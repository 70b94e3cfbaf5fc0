import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { moveImport } from './state';

const input = z.object({ importId: z.int().positive() });

/** How far it came, read back: what the job told last may be a chunk behind. */
const COUNT_DONE = `
  UPDATE import i SET progress = jsonb_build_object('stage', 'applying', 'rowsPerSecond', null, 'total', (i.counts->>'rows')::int, 'done', (
    SELECT count(*) FROM import_row r WHERE r.institution_id = $1 AND r.import_id = $2 AND r.row <= (
      SELECT max(row) FROM change_result WHERE institution_id = $1 AND import_id = $2)))
  WHERE i.id = $2`;

/**
 * Holds an import that is being applied, between two of its chunks: when this has ended, nothing more is written until it is resumed.
 * Throws `not-found`, or `import-state` when it is not being applied.
 */
export async function pauseImport(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.confirm');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    // Waits for the chunk under way, which holds the import (see JobControl.claim).
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    await moveImport(db, importId, 'paused');
    await db.$executeRawUnsafe(COUNT_DONE, institutionId, importId);
    await recordEvent(db, { action: 'import.pause', subject: `import:${importId}` });
  });
}
