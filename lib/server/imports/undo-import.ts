import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { type Db, inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { type ImportKind, type ImportState, Prisma } from '@/lib/server/generated/prisma/client';
import { retentionDays } from '@/lib/server/institutions/retention-days';
import { enqueue } from '@/lib/server/jobs/queue';
import { asJson } from './as-json';
import { redoesRemoval } from './redoes-removal';
import { countReversible } from './reversible';
import { moveImport } from './state';
import { undoScope } from './undo-scope';
import { undoableUntil } from './undoable-until';

const input = undoScope.extend({ importId: z.int().positive() });

type Undone = Prisma.ImportGetPayload<{ include: { undone: true } }>;

/** States in which an import may still write: what it did is not yet known. */
const OPEN: readonly ImportState[] = ['uploading', 'reading', 'read', 'mapped', 'planning', 'planned', 'applying', 'paused'];

/** An undo that is undone does again what was taken back. */
const KIND: Record<ImportKind, ImportKind> = { file: 'undo', undo: 'redo', redo: 'undo' };

/**
 * Has the undo of an import planned, or of the part of it that was carried out: an import of its own, to be looked at and confirmed as any
 * other. One that was planned before and not confirmed is given up. Throws `not-found`, `import-state` while the import is under way,
 * `undo-nothing` when it wrote nothing, `redo-needs-approval` when a removal would be done again, `undo-irreversible` when nothing of what it took away was kept, `undo-too-late`, and `undo-under-way` while another undo of it is carried out.
 */
export async function undoImport(actor: Actor, request: z.input<typeof input>): Promise<{ importId: number }> {
  requirePermission(actor, 'import.undo');
  const { importId: undoes, ...scope } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    // Locked first: it must not go on, nor be undone twice at once.
    await db.$queryRaw`SELECT FROM import WHERE id = ${undoes} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: undoes }, include: { undone: true } });
    if (!found) throw notFound('import');
    await refuseUnlessUndoable(db, found);
    await giveUpEarlier(db, undoes);
    const { environment, fileId, kind, reading } = found;
    const { id } = await db.import.create({
      data: {
        ...{ institutionId, environment, fileId, undoes, createdBy: userId, state: 'planning', kind: KIND[kind] },
        ...{ undoScope: asJson(scope), reading: reading ?? Prisma.DbNull },
      },
    });
    await recordEvent(db, {
      action: 'import.undo',
      subject: `import:${undoes}`,
      details: { undo: id, what: scope.what, someRows: Boolean(scope.rows) },
    });
    await enqueue('plan-import', { institutionId, importId: id }, { db });
    return { importId: id };
  });
}

async function refuseUnlessUndoable(db: Db, found: Undone): Promise<void> {
  if (OPEN.includes(found.state)) throw new AppError('import-state', { state: found.state, to: 'undone' }, 409);
  if (redoesRemoval(found)) throw new AppError('redo-needs-approval', {}, 409);
  const written = await db.changeResult.findFirst({ where: { importId: found.id, outcome: { in: ['created', 'updated', 'removed'] } } });
  if (!written) throw new AppError('undo-nothing', {}, 409);
  if ((await countReversible(db, found)).every(({ count }) => count === 0)) throw new AppError('undo-irreversible', {}, 409);
  const until = undoableUntil(found, await retentionDays(db, found.institutionId));
  if (found.purgeBegunAt || (until && until < new Date())) throw new AppError('undo-too-late', {}, 409);
}

async function giveUpEarlier(db: Db, undoes: number): Promise<void> {
  const earlier = await db.import.findMany({
    where: { undoes, state: { in: ['planning', 'planned', 'applying', 'paused'] } },
    select: { id: true, state: true },
  });
  if (earlier.some(({ state }) => state === 'applying' || state === 'paused')) throw new AppError('undo-under-way', {}, 409);
  for (const { id } of earlier) await moveImport(db, id, 'cancelled');
}
