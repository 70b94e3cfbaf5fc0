import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { openSession } from '@/lib/server/auth/open-session';
import { readSession } from '@/lib/server/auth/read-session';
import { acceptReading } from '@/lib/server/imports/accept-reading';
import { cancelImport } from '@/lib/server/imports/cancel-import';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makeRemovalOfTwo, makeRemovalPeople, requestRemoval } from '@/lib/testing/removals';
import { approveRequest } from './approve-request';
import { beginDueRuns } from './begin-due-runs';
import { cancelRun } from './cancel-run';
import { getApproval } from './get-approval';
import { listApprovals } from './list-approvals';
import { withdrawRequest } from './withdraw-request';

let db: TestDatabase;
let institutionId: number;
let manager: Actor;
let colleague: Actor;
let approver: Actor;
beforeAll(async () => {
  db = await testDatabase();
  ({ institutionId, manager, colleague, approver } = await makeRemovalPeople(db));
});
afterAll(() => db.close());

const HOUR = 3_600_000;
const tomorrow = () => new Date(Date.now() + 25 * HOUR);

let importId: number;
beforeEach(async () => {
  importId = await makeRemovalOfTwo(db, manager);
});

const approval = async () => (await getApproval(manager, { importId })) as NonNullable<Awaited<ReturnType<typeof getApproval>>>;
const stateOf = async () => (await db.ownerQuery<{ state: string }>('SELECT state FROM import WHERE id = $1', [importId]))[0]?.state;
const asked = () => requestRemoval(db, manager, importId);
async function approved() {
  const request = await asked();
  await approveRequest(approver, request);
  return request;
}

describe('the run of what was approved', () => {
  const queued = () => db.ownerQuery(`SELECT FROM pgboss.job WHERE name = 'apply-import' AND (data->>'importId')::int = $1`, [importId]);

  it('waits for the hours of the institution, a day unless decided, and then begins by itself, once', async () => {
    await approved();
    await beginDueRuns(new Date(Date.now() + 23 * HOUR));
    expect([await stateOf(), (await queued()).length]).toEqual(['planned', 0]);
    await Promise.all([beginDueRuns(tomorrow()), beginDueRuns(tomorrow()), beginDueRuns(tomorrow())]);
    await beginDueRuns(tomorrow());
    expect([await stateOf(), (await queued()).length, (await approval()).state]).toEqual(['applying', 1, 'run']);
    const [confirmed] = await db.ownerQuery('SELECT confirmed_by FROM import WHERE id = $1', [importId]);
    expect(confirmed).toEqual({ confirmed_by: manager.userId });
  });

  it('begins at once where policy leaves no time', async () => {
    await db.ownerQuery(`UPDATE institution SET settings = '{"coolingOffHours": 0}' WHERE id = $1`, [institutionId]);
    await approved();
    await beginDueRuns(new Date());
    await db.ownerQuery(`UPDATE institution SET settings = '{}' WHERE id = $1`, [institutionId]);
    expect(await stateOf()).toBe('applying');
  });

  it.each([
    ['the manager', () => colleague],
    ['an approver', () => approver],
  ])('does not begin once %s cancelled it', async (_, who) => {
    const { approvalId } = await approved();
    await cancelRun(who(), { approvalId });
    await beginDueRuns(tomorrow());
    expect([await stateOf(), (await approval()).state]).toEqual(['planned', 'cancelled']);
  });

  it('cannot be cancelled once it has begun', async () => {
    const { approvalId } = await approved();
    await beginDueRuns(tomorrow());
    await expect(cancelRun(manager, { approvalId })).rejects.toMatchObject({ code: 'approval-state', params: { state: 'run' } });
  });

  it('does not begin when the approver lost the role in between, and says so', async () => {
    const leaving = await makeActor(db, { role: 'approver', institutionId });
    await approveRequest(leaving, await asked());
    await db.ownerQuery('DELETE FROM membership WHERE user_id = $1', [leaving.userId]);
    await beginDueRuns(tomorrow());
    expect([await stateOf(), await approval()]).toMatchObject(['planned', { state: 'stale', endReason: 'approver-lost-role' }]);
    const events = await db.ownerQuery('SELECT details FROM audit_event WHERE action = $1 AND subject = $2', [
      'approval.stale',
      `import:${importId}`,
    ]);
    expect(events).toMatchObject([{ details: { reason: 'approver-lost-role' } }]);
  });

  it('nor when the approver can no longer sign in', async () => {
    const leaving = await makeActor(db, { role: 'approver', institutionId });
    await approveRequest(leaving, await asked());
    await db.ownerQuery('UPDATE app_user SET disabled_at = now() WHERE id = $1', [leaving.userId]);
    await beginDueRuns(tomorrow());
    expect((await approval()).endReason).toBe('approver-lost-role');
  });

  it('does not begin when the plan is another one by then', async () => {
    await approved();
    await db.ownerQuery("UPDATE import SET plan_hash = repeat('b', 64) WHERE id = $1", [importId]);
    await beginDueRuns(tomorrow());
    expect([await stateOf(), await approval()]).toMatchObject(['planned', { state: 'stale', endReason: 'plan-changed' }]);
  });

  it.each([
    ['reads the file anew', () => acceptReading(manager, { importId, options: { headerRow: 2 } })],
    ['gives the import up', () => cancelImport(manager, { importId })],
  ])('is given up with its plan when somebody %s', async (_, use) => {
    await approved();
    await use();
    expect(await approval()).toMatchObject({ state: 'stale', endReason: 'plan-changed', since: null });
    await beginDueRuns(tomorrow());
    expect(await stateOf()).not.toBe('applying');
  });
});

describe('the queue of staff', () => {
  const session = async (actor: Actor) => {
    const found = await readSession(await openSession(actor.userId, 'password', new Date()));
    if (!found) throw new Error('no session');
    return found;
  };

  it('shows what waits in any institution, in figures, and is closed to customers', async () => {
    const { approvalId } = await asked();
    const { items } = await listApprovals(await session(approver));
    expect(items.find(({ id }) => id === approvalId)).toMatchObject({ importId, institutionId, total: 2, state: 'requested', environment: 'P' });
    await expect(listApprovals(await session(manager))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('keeps what has ended apart', async () => {
    const { approvalId } = await asked();
    await withdrawRequest(manager, { approvalId });
    const ids = async (open: boolean) => (await listApprovals(await session(approver), { open })).items.map(({ id }) => id);
    expect([(await ids(true)).includes(approvalId), (await ids(false))[0]]).toEqual([false, approvalId]);
  });
});
