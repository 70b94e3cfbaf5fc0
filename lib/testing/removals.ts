import type { Actor } from '@/lib/server/actor';
import { proofOf, requestApproval } from '@/lib/server/approvals/request-approval';
import { getRemovalSummary } from '@/lib/server/removals/get-removal-summary';
import type { TestDatabase } from './database';

/** Asks for the removal that an import plans, as a manager would type it; gives the request and the hash of its plan. */
export async function requestRemoval(db: TestDatabase, actor: Actor, importId: number): Promise<{ approvalId: number; planHash: string }> {
  const [found] = await db.ownerQuery<{ hash: string; code: string }>(
    'SELECT i.plan_hash AS hash, n.code FROM import i JOIN institution n ON n.id = i.institution_id WHERE i.id = $1',
    [importId],
  );
  const { total } = await getRemovalSummary(actor, { importId });
  const proof = proofOf(total, found?.code ?? '');
  const planHash = found?.hash ?? '';
  const { approvalId } = await requestApproval(actor, { importId, planHash, basis: 'person_asked', reason: 'They asked for it by letter.', proof });
  return { approvalId, planHash };
}
