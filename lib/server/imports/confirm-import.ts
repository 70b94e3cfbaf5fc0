import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { requireDefining } from '@/lib/server/criteria/require-defining';
import { type Db, inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { enqueue } from '@/lib/server/jobs/queue';
import { keepShape } from '@/lib/server/recipes/keep-shape';
import { forgetMet } from './forget-met';
import { DEFINITIONS_CHANGED } from './import-definitions';
import { moveImport, UNTRIED } from './state';

const input = z.object({ importId: z.int().positive(), planHash: z.string().length(64) });

/**
 * Confirms the plan that the person saw, named by its hash, and has it applied. Throws `plan-stale` when the plan has been made
 * anew since, `import-state` when there is none to confirm, `needs-approval` where the file removes: that takes a second person, and
 * `definitions-changed` when what it defines or writes was retired or defined otherwise since. An undo is confirmed by those only who may
 * undo, a plan that defines criteria by those who may define.
 */
export async function confirmImport(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.confirm');
  const { importId, planHash } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    // Locked first: a plan made anew between the comparison and the move would be confirmed unseen.
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: importId } });
    if (!found) throw notFound('import');
    if (found.purpose === 'removal') throw new AppError('needs-approval', {}, 409);
    if (found.undoes !== null) requirePermission(actor, 'import.undo');
    if (found.state !== 'planned') throw new AppError('import-state', { state: found.state, to: 'applying' }, 409);
    if (found.planHash !== planHash) throw new AppError('plan-stale', {}, 409);
    await refuseOtherDefinitions(db, actor, importId);
    await moveImport(db, importId, 'applying', { ...UNTRIED, confirmedBy: userId, confirmedAt: new Date() });
    await forgetMet(db, { institutionId, importId });
    await keepShape(db, found);
    await recordEvent(db, { action: 'import.confirm', subject: `import:${importId}`, details: { planHash } });
    await enqueue('apply-import', { institutionId, importId }, { db });
  });
}

async function refuseOtherDefinitions(db: Db, definer: Actor, importId: number): Promise<void> {
  if ((await db.importDefinition.count({ where: { importId } })) > 0) await requireDefining(db, definer);
  const [compared] = await db.$queryRawUnsafe<{ changed: boolean }[]>(DEFINITIONS_CHANGED, definer.institutionId, importId);
  if (compared?.changed) throw new AppError('definitions-changed', {}, 409);
}
