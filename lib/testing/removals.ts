import type { RemovalCode } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { approveRequest } from '@/lib/server/approvals/approve-request';
import { beginDueRuns } from '@/lib/server/approvals/begin-due-runs';
import { proofOf, requestApproval } from '@/lib/server/approvals/request-approval';
import { applyImport } from '@/lib/server/imports/apply-import';
import { getImport } from '@/lib/server/imports/get-import';
import { getRemovalSummary } from '@/lib/server/removals/get-removal-summary';
import type { TestDatabase } from './database';
import { makeActor, makeInstitution } from './factories';
import { makePlannedImport, undisturbed } from './run-import';

/** What the ticketing system knows of somebody who never bought anything, unless said otherwise. */
interface Known {
  sales?: number;
  balance?: number;
  openOrders?: number;
}

let numbers = 1000;

/** A contact in production of whom the ticketing system has told; gives its number. */
export async function makeKnownContact(
  db: TestDatabase,
  institutionId: number,
  { sales = 0, balance = 0, openOrders = 0 }: Known = {},
): Promise<string> {
  const number = String(numbers++);
  await db.ownerQuery(
    `WITH made AS (INSERT INTO contact (institution_id, environment, number, kind, first_name, last_name)
       VALUES ($1, 'P', $2::text, 'individual', 'Ada', 'Known' || $2::text) RETURNING id, institution_id),
     addressed AS (INSERT INTO contact_address (institution_id, contact_id, line1, zip_code, town, country)
       SELECT institution_id, id, '1 rue Haute', '38000', 'Grenoble', 'FR' FROM made)
     INSERT INTO contact_standing (institution_id, contact_id, sales, balance, open_orders, changed_at)
       SELECT institution_id, id, $3, $4, $5, now() - interval '1 day' FROM made`,
    [institutionId, number, sales, balance, openOrders],
  );
  return number;
}

/** A file of removals, read and planned: these numbers, each with its operation. */
export async function makePlannedRemoval(db: TestDatabase, actor: Actor, removals: readonly (readonly [RemovalCode, string])[]): Promise<number> {
  const [found] = await db.ownerQuery<{ code: string }>('SELECT code FROM institution WHERE id = $1', [actor.institutionId]);
  const lines = removals.map(([operation, number]) => `${found?.code};${operation};${number}\n`);
  const file = `INSTITUTION;OPERATION;CONTACT_NR\n${lines.join('')}`;
  return makePlannedImport(actor, file, { fileName: 'removals.csv', purpose: 'removal' });
}

/** A planned removal of two contacts, of which only one can be taken back. */
export async function makeRemovalOfTwo(db: TestDatabase, actor: Actor): Promise<number> {
  const [first, second] = [await makeKnownContact(db, actor.institutionId), await makeKnownContact(db, actor.institutionId)];
  return makePlannedRemoval(db, actor, [
    ['INVALIDATE', first],
    ['ANONYMIZE', second],
  ]);
}

/** An institution with those who ask for removals and who decides, and contacts enough that two of them are a small part. */
export async function makeRemovalPeople(db: TestDatabase) {
  const { id: institutionId, code } = await makeInstitution(db);
  const manager = await makeActor(db, { role: 'manager', institutionId });
  const colleague = await makeActor(db, { role: 'manager', institutionId });
  const approver = await makeActor(db, { role: 'approver', institutionId });
  for (let index = 0; index < 40; index++) await makeKnownContact(db, institutionId);
  return { institutionId, code, manager, colleague, approver };
}

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

const YEAR_MS = 365 * 24 * 3_600_000;

/** A planned removal all the way: asked for, approved by another person, begun when its time is over, and carried out. */
export async function carryOutRemoval(db: TestDatabase, actor: Actor, importId: number) {
  const request = await requestRemoval(db, actor, importId);
  await approveRequest(await makeActor(db, { role: 'approver', institutionId: actor.institutionId }), request);
  await beginDueRuns(new Date(Date.now() + YEAR_MS));
  await applyImport({ institutionId: actor.institutionId, importId }, undisturbed());
  return getImport(actor, { importId });
}
