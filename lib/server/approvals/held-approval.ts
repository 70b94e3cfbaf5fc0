import type { Actor } from '@/lib/server/actor';
import type { Db } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import type { Approval, ApprovalState, Import } from '@/lib/server/generated/prisma/client';

/** States in which something may still come of a request; of an import one at most is in one of them. */
export const OPEN_STATES = ['requested', 'questioned', 'approved'] as const satisfies readonly ApprovalState[];

export type HeldApproval = Approval & { import: Import };

/**
 * A request with its import, both held until the transaction ends: neither its plan nor its state changes meanwhile. Throws `not-found`, and
 * `approval-state` where the request is in none of the states `from`.
 */
export async function holdApproval(db: Db, approvalId: number, from: readonly ApprovalState[]): Promise<HeldApproval> {
  const found = await db.approval.findUnique({ where: { id: approvalId }, select: { importId: true } });
  if (!found) throw notFound('approval');
  // In the order in which whoever plans an import anew takes them.
  await db.$queryRaw`SELECT FROM import WHERE id = ${found.importId} FOR UPDATE`;
  await db.$queryRaw`SELECT FROM approval WHERE id = ${approvalId} FOR UPDATE`;
  const held = await db.approval.findUniqueOrThrow({ where: { id: approvalId }, include: { import: true } });
  if (!from.includes(held.state)) throw new AppError('approval-state', { state: held.state }, 409);
  return held;
}

/** Throws `four-eyes` where the actor asked for it, or made or confirmed what is to be approved. The database refuses it as well. */
export function refuseOwn({ userId }: Pick<Actor, 'userId'>, { requester, import: { createdBy, confirmedBy } }: HeldApproval): void {
  if ([requester, createdBy, confirmedBy].includes(userId)) throw new AppError('four-eyes', {}, 403);
}

/** Throws `plan-stale` unless the plan that was asked for still waits to be carried out. */
export function refuseStale(held: HeldApproval): void {
  if (!isSamePlan(held)) throw new AppError('plan-stale', {}, 409);
}

/** Whether the plan that was asked for still waits to be carried out. */
export const isSamePlan = ({ planHash, import: { state, planHash: current, purgeBegunAt } }: HeldApproval): boolean =>
  state === 'planned' && current === planHash && purgeBegunAt === null;

/** The name of who acts, to be kept with what they did. */
export async function nameOf(db: Db, { userId }: Pick<Actor, 'userId'>): Promise<string> {
  const person = await db.user.findUnique({ where: { id: userId }, select: { name: true } });
  if (!person) throw new AppError('approval-needs-person', {}, 403);
  return person.name;
}
