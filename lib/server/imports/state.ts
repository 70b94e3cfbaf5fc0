import type { Db } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { type Import, type ImportState, Prisma } from '@/lib/server/generated/prisma/client';

/**
 * Where an import may go from each state. Once it wrote there is no way back to another plan of the same rows: what was written belongs to
 * this one. `mapped` waits for somebody to say what values of its columns are. `stopped` is an apply that ended half-way, by a person or by a problem; nothing writes in it any more, as in `applied`. An apply
 * that is all or nothing fails having written nothing.
 */
export const MOVES: Record<ImportState, readonly ImportState[]> = {
  uploading: ['reading', 'failed', 'cancelled'],
  reading: ['read', 'failed', 'cancelled'],
  read: ['reading', 'mapped', 'planning', 'cancelled'],
  mapped: ['reading', 'mapped', 'planning', 'cancelled'],
  planning: ['planned', 'failed', 'cancelled'],
  planned: ['reading', 'mapped', 'planning', 'applying', 'cancelled'],
  applying: ['applied', 'paused', 'stopped', 'failed'],
  paused: ['applying', 'stopped'],
  stopped: ['applying'],
  // Rows that met a changed contact are planned again.
  applied: ['planning'],
  failed: ['uploading', 'reading', 'mapped', 'planning', 'applying', 'cancelled'],
  cancelled: [],
};

/** The states from which `to` may be reached. */
export const statesBefore = (to: ImportState) => (Object.keys(MOVES) as ImportState[]).filter((from) => MOVES[from].includes(to));

/** States in which a worker has the import in hand or is about to. */
export const RUNNING = { reading: 'read-import', planning: 'plan-import', applying: 'apply-import' } as const;

/** What reading made, emptied: a file that is read anew has no mapping and no plan yet. */
export const UNREAD = {
  ...{ reading: Prisma.DbNull, profile: Prisma.DbNull, mapping: Prisma.DbNull, edits: Prisma.DbNull, quality: Prisma.DbNull },
  ...{ recipeId: null, recipeVersion: null, passedAt: null, drift: Prisma.DbNull, driftAcceptedBy: null, driftAcceptedAt: null },
} as const;

/** That somebody confirmed, taken back: a new plan is to be confirmed anew. */
export const UNCONFIRMED = { confirmedBy: null, confirmedAt: null } as const;

/** What planning made, emptied. */
export const UNPLANNED = { counts: Prisma.DbNull, planHash: null, plannedAt: null, ...UNCONFIRMED } as const;

/** The trace of an earlier attempt, emptied. */
export const UNTRIED = { error: Prisma.DbNull, progress: Prisma.DbNull } as const;

/** Throws `import-purged`: of such an import there is nothing left to work with. */
export function refusePurged({ purgeBegunAt }: Pick<Import, 'purgeBegunAt'>): void {
  if (purgeBegunAt) throw new AppError('import-purged', {}, 409);
}

/** Throws `partly-written`: what was carried out of a plan stands, and a new plan would not know of it. */
export async function refuseWritten(db: Db, importId: number): Promise<void> {
  const applied = await db.import.count({ where: { id: importId, appliedAt: { not: null } } });
  if (applied > 0 || (await db.changeResult.findFirst({ where: { importId }, select: { row: true } }))) throw new AppError('partly-written', {}, 409);
}

type Change = Omit<Prisma.ImportUncheckedUpdateManyInput, 'state' | 'id' | 'institutionId'>;

/** Ends what was asked for of the plan that is given up: an approval is of that plan and of no other. */
async function endRequests(db: Db, importId: number): Promise<void> {
  await db.$executeRaw`
    UPDATE approval SET state = 'stale', end_reason = 'plan-changed', ended_at = now()
    WHERE import_id = ${importId} AND state IN ('requested', 'questioned', 'approved')`;
}

/**
 * Moves an import to the state `to` and writes `change` with it, in one statement, so that of two moves at the same time one is
 * refused. Throws `not-found`, `import-purged`, or `import-state` when the import's state does not allow the move.
 */
export async function moveImport(db: Db, importId: number, to: ImportState, change: Change = {}): Promise<void> {
  const { count } = await db.import.updateMany({
    where: { id: importId, state: { in: statesBefore(to) }, purgeBegunAt: null },
    data: { ...change, state: to },
  });
  if (count === 1) return void (to !== 'applying' && (await endRequests(db, importId)));
  const found = await db.import.findUnique({ where: { id: importId }, select: { state: true, purgeBegunAt: true } });
  if (!found) throw notFound('import');
  refusePurged(found);
  throw new AppError('import-state', { state: found.state, to }, 409);
}
