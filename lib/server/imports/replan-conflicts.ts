import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { enqueue } from '@/lib/server/jobs/queue';
import { REPLANNABLE } from './conflicts';
import { moveImport, UNCONFIRMED, UNTRIED } from './state';

const input = z.object({ importId: z.int().positive() });

/**
 * Has the rows of an applied import planned again that were held because their contact had changed, and no others. The new plan is confirmed
 * like any; given up, the import is as it was. Throws `not-found`, `import-state`, `import-purged`, and `no-conflicts` where there is no such row.
 */
export async function replanConflicts(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.create');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: importId }, select: { state: true, kind: true } });
    if (!found) throw notFound('import');
    if (found.state !== 'applied') throw new AppError('import-state', { state: found.state, to: 'planning' }, 409);
    const rows = await db.$queryRawUnsafe<unknown[]>(REPLANNABLE, institutionId, importId);
    // An undo is asked for anew instead: it has no rows of a file to plan from.
    if (rows.length === 0 || found.kind !== 'file') throw new AppError('no-conflicts', {}, 409);
    await moveImport(db, importId, 'planning', { ...UNTRIED, ...UNCONFIRMED, planHash: null, round: { increment: 1 } });
    await recordEvent(db, { action: 'import.replan', subject: `import:${importId}`, details: { rows: rows.length } });
    await enqueue('plan-import', { institutionId, importId }, { db });
  });
}
