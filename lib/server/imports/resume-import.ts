import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { type Db, inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { Prisma } from '@/lib/server/generated/prisma/client';
import { enqueue } from '@/lib/server/jobs/queue';
import { moveImport } from './state';

const input = z.object({ importId: z.int().positive() });

/** Whether an undo of the import was confirmed: to go on where it stopped would leave out what was taken back. */
const isTakenBack = async (db: Db, importId: number): Promise<boolean> =>
  (await db.import.count({ where: { undoes: importId, confirmedAt: { not: null } } })) > 0;

/**
 * Goes on with an import that was paused or stopped while it was being applied, after the last row that was carried out: nothing is done
 * twice, and a contact that was changed meanwhile is not overwritten. Throws `not-found`, `import-state` when
 * it is neither, and `import-undone` when what it wrote before has been taken back.
 */
export async function resumeImport(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.confirm');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    // Locked first: of two who resume at the same time one is refused, and neither confirms a plan by it.
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: importId }, select: { state: true } });
    if (!found) throw notFound('import');
    if (found.state !== 'paused' && found.state !== 'stopped') throw new AppError('import-state', { state: found.state, to: 'applying' }, 409);
    if (await isTakenBack(db, importId)) throw new AppError('import-undone', {}, 409);
    await moveImport(db, importId, 'applying', { error: Prisma.DbNull });
    await recordEvent(db, { action: 'import.resume', subject: `import:${importId}`, details: { from: found.state } });
    await enqueue('apply-import', { institutionId, importId }, { db });
  });
}
