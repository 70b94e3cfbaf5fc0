import { recordEvent } from '@/lib/server/audit/record-event';
import { type Db, inScope, inScopeSql } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { forgetMet } from '@/lib/server/imports/forget-met';
import { moveImport, UNTRIED } from '@/lib/server/imports/state';
import { enqueue } from '@/lib/server/jobs/queue';
import { log } from '@/lib/server/log';
import { type HeldApproval, holdApproval, isSamePlan } from './held-approval';

interface Due {
  approvalId: number;
  institutionId: number;
}

const DUE = `
  SELECT id AS "approvalId", institution_id AS "institutionId" FROM approval WHERE state = 'approved' AND run_not_before <= $1 ORDER BY run_not_before, id LIMIT 50`;

/**
 * Begins what was approved and whose time to think it over is past, as of `now`: each in one transaction, so that it begins once, whichever of
 * several workers comes first and wherever one is killed. What must not begin any more becomes stale, and nothing of it is written.
 */
export async function beginDueRuns(now: Date): Promise<void> {
  const { rows } = await inScopeSql({ kind: 'system' }, (client) => client.query<Due>(DUE, [now]));
  for (const { approvalId, institutionId } of rows) {
    await inScope({ kind: 'institution', institutionId }, (db) => begin(db, approvalId, now)).catch((error: unknown) => tell(error, approvalId));
  }
}

/** One that cannot begin must not keep the others back. */
function tell(error: unknown, approvalId: number): void {
  // Another worker began it, or somebody cancelled it, in the moment before it was held.
  if (error instanceof AppError && error.code === 'approval-state') return;
  log.error({ approvalId, err: error }, 'an approved removal could not begin');
}

async function begin(db: Db, approvalId: number, now: Date): Promise<void> {
  const held = await holdApproval(db, approvalId, ['approved']);
  const { institutionId, importId, planHash, requester } = held;
  const obstacle = await obstacleOf(db, held);
  if (obstacle) return endStale(db, held, obstacle, now);
  await db.approval.update({ where: { id: approvalId }, data: { state: 'run', endedAt: now } });
  await moveImport(db, importId, 'applying', { ...UNTRIED, confirmedBy: requester, confirmedAt: now });
  await forgetMet(db, { institutionId, importId });
  await recordEvent(db, { action: 'approval.run', subject: `import:${importId}`, details: { approval: approvalId, planHash } });
  await enqueue('apply-import', { institutionId, importId }, { db });
}

/** Why it must not begin any more, as a code; null where it may. */
async function obstacleOf(db: Db, held: HeldApproval): Promise<'plan-changed' | 'approver-lost-role' | null> {
  if (!isSamePlan(held)) return 'plan-changed';
  const [approver] = await db.$queryRaw<{ holds: boolean }[]>`SELECT foyer_holds_staff_role(${held.decider}::int, 'approver') AS holds`;
  return approver?.holds ? null : 'approver-lost-role';
}

async function endStale(db: Db, { id, importId }: HeldApproval, endReason: string, now: Date): Promise<void> {
  await db.approval.update({ where: { id }, data: { state: 'stale', endedAt: now, endReason } });
  await recordEvent(db, { action: 'approval.stale', subject: `import:${importId}`, details: { approval: id, reason: endReason } });
}
