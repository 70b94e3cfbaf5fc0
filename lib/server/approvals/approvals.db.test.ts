import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor, makeMembership } from '@/lib/testing/factories';
import { makeRemovalOfTwo, makeRemovalPeople, requestRemoval } from '@/lib/testing/removals';
import { makePlannedImport } from '@/lib/testing/run-import';
import { answerQuestion } from './answer-question';
import { approveRequest } from './approve-request';
import { askQuestion } from './ask-question';
import { beginDueRuns } from './begin-due-runs';
import { getApproval } from './get-approval';
import { refuseRequest } from './refuse-request';
import { requestApproval } from './request-approval';
import { withdrawRequest } from './withdraw-request';

let db: TestDatabase;
let institutionId: number;
let code: string;
let manager: Actor;
let colleague: Actor;
let approver: Actor;
beforeAll(async () => {
  db = await testDatabase();
  ({ institutionId, code, manager, colleague, approver } = await makeRemovalPeople(db));
});
afterAll(() => db.close());

const HOUR = 3_600_000;
const tomorrow = () => new Date(Date.now() + 25 * HOUR);

let importId: number;
let planHash: string;
beforeEach(async () => {
  importId = await makeRemovalOfTwo(db, manager);
  const [found] = await db.ownerQuery<{ hash: string }>('SELECT plan_hash AS hash FROM import WHERE id = $1', [importId]);
  planHash = found?.hash ?? '';
});

const approval = async () => (await getApproval(manager, { importId })) as NonNullable<Awaited<ReturnType<typeof getApproval>>>;
const stateOf = async () => (await db.ownerQuery<{ state: string }>('SELECT state FROM import WHERE id = $1', [importId]))[0]?.state;
const asked = () => requestRemoval(db, manager, importId);
async function approved() {
  const request = await asked();
  await approveRequest(approver, request);
  return request;
}

describe('a request', () => {
  const request = (change: object) =>
    requestApproval(manager, { importId, planHash, basis: 'retention', reason: 'Nobody came for ten years.', proof: `2 ${code}`, ...change });

  it('lays the plan with its figures before an approver', async () => {
    await request({});
    expect(await approval()).toMatchObject({
      state: 'requested',
      basis: 'retention',
      planHash,
      requesterName: 'Somebody',
      plan: { total: 2, rows: { rows: 2 } },
      since: { contactsChanged: 0, standingChanged: 0 },
      possible: { decide: false, withdraw: true, cancel: false, answer: false },
    });
    expect(await getApproval(approver, { importId })).toMatchObject({ possible: { decide: true, isOwn: false, withdraw: false } });
    expect(await stateOf()).toBe('planned');
  });

  it.each([
    ['another number', { proof: '3 X' }, 'proof-wrong'],
    ['the number alone', { proof: '2' }, 'proof-wrong'],
    ['another plan', { planHash: 'f'.repeat(64) }, 'plan-stale'],
    ['an import that is not there', { importId: 2_000_000_000 }, 'not-found'],
  ])('is refused with %s', async (_, change, expected) => {
    await expect(request(change)).rejects.toMatchObject({ code: expected });
  });

  it('takes the proof however it is spaced and cased', async () => {
    await request({ proof: `  2   ${code.toLowerCase()} ` });
    expect((await approval()).state).toBe('requested');
  });

  it('needs a reason of some words', async () => {
    await expect(request({ reason: '  ok  ' })).rejects.toThrow();
  });

  it('is one at a time, and another follows when it was withdrawn', async () => {
    await request({});
    await expect(request({})).rejects.toMatchObject({ code: 'approval-open' });
    await withdrawRequest(colleague, { approvalId: (await approval()).id });
    expect(await approval()).toMatchObject({ state: 'withdrawn' });
    await request({});
    expect((await approval()).state).toBe('requested');
  });

  it('is about a removal that is planned, and nothing else', async () => {
    await db.ownerQuery("UPDATE import SET state = 'read' WHERE id = $1", [importId]);
    await expect(request({})).rejects.toMatchObject({ code: 'import-state' });
    const change = await makePlannedImport(manager, 'EMAIL1;LASTNAME\na@example.org;A\n');
    await expect(request({ importId: change })).rejects.toMatchObject({ code: 'no-plan' });
  });

  it('is refused above the ceiling, and where there is nothing to remove', async () => {
    const set = (settings: object) => db.ownerQuery('UPDATE institution SET settings = $2 WHERE id = $1', [institutionId, settings]);
    await set({ removalCeilingNumber: 1 });
    await expect(request({})).rejects.toMatchObject({ code: 'removal-ceiling', params: { total: 2, number: 1 } });
    await set({});
    await db.ownerQuery('DELETE FROM plan_change WHERE import_id = $1', [importId]);
    await expect(request({ proof: `0 ${code}` })).rejects.toMatchObject({ code: 'removal-nothing' });
  });

  it('is of a manager or an operator who is a person', async () => {
    for (const role of ['importer', 'approver', 'administrator'] as const)
      await expect(requestRemoval(db, await makeActor(db, { role, institutionId }), importId)).rejects.toMatchObject({ code: 'forbidden' });
    const shell: Actor = { userId: 0, institutionId, roles: ['operator'], staff: true };
    await expect(requestRemoval(db, shell, importId)).rejects.toMatchObject({ code: 'approval-needs-person' });
  });
});

describe('four eyes', () => {
  const both = async (role: 'operator' | 'manager'): Promise<Actor> => {
    const actor = await makeActor(db, { role: 'approver', institutionId });
    await makeMembership(db, actor.userId, role, institutionId);
    return { ...actor, roles: ['approver', role] };
  };
  const refused = { code: 'four-eyes', status: 403 };

  it.each(['operator', 'manager'] as const)('an approver who is %s as well does not approve what they asked for', async (role) => {
    const actor = await both(role);
    const request = await requestRemoval(db, actor, importId);
    for (const use of [
      () => approveRequest(actor, request),
      () => refuseRequest(actor, { ...request, text: 'No, not so.' }),
      () => askQuestion(actor, { ...request, text: 'Why?' }),
    ])
      await expect(use()).rejects.toMatchObject(refused);
    expect(await getApproval(actor, { importId })).toMatchObject({ state: 'requested', possible: { decide: false, isOwn: true, withdraw: true } });
  });

  it('nor what somebody else asked for, of an import that they brought', async () => {
    const actor = await both('operator');
    importId = await makeRemovalOfTwo(db, actor);
    await expect(approveRequest(actor, await asked())).rejects.toMatchObject(refused);
  });

  it('nor of an import that they confirmed', async () => {
    const actor = await both('operator');
    await db.ownerQuery('UPDATE import SET confirmed_by = $2 WHERE id = $1', [importId, actor.userId]);
    await expect(approveRequest(actor, await asked())).rejects.toMatchObject(refused);
  });

  it('are in the database too: not whoever asked, nor brought, nor confirmed, nor another in the name of one, nor without the role', async () => {
    const { approvalId } = await asked();
    const actor = await both('operator');
    const decide = (decider: number, acting = decider) =>
      inScope(
        { kind: 'institution', institutionId, userId: acting },
        (tx) =>
          tx.$executeRaw`UPDATE approval SET state = 'approved', decider = ${decider}, decided_at = now(), run_not_before = now() WHERE id = ${approvalId}`,
      ).then(
        () => 'done',
        (error) =>
          /approval_[a-z_]+/.exec(JSON.stringify(error.meta ?? error.message))?.[0] ??
          (/another one, and an approver/.test(String(error)) ? 'approval_four_eyes' : String(error)),
      );
    expect(await decide(manager.userId)).toBe('approval_four_eyes');
    expect(await decide(colleague.userId)).toBe('approval_four_eyes');
    expect(await decide(approver.userId, manager.userId)).toBe('approval_four_eyes');
    await db.ownerQuery('UPDATE import SET confirmed_by = $2 WHERE id = $1', [importId, actor.userId]);
    expect(await decide(actor.userId)).toBe('approval_four_eyes');
    await db.ownerQuery('UPDATE import SET confirmed_by = NULL, created_by = $2 WHERE id = $1', [importId, actor.userId]);
    expect(await decide(actor.userId)).toBe('approval_four_eyes');
    await db.ownerQuery('UPDATE import SET created_by = $2 WHERE id = $1', [importId, manager.userId]);
    expect(await decide(actor.userId)).toBe('done');
  });

  it.each([
    ['its plan', "plan_hash = repeat('e', 64)"],
    ['its figures', `plan = '{"total": 1}'`],
    ['who asked', 'requester = requester + 1'],
    ['its reason', "reason = 'Another one entirely.'"],
  ])('what was asked for keeps %s', async (_, set) => {
    const { approvalId } = await asked();
    await expect(db.ownerQuery(`UPDATE approval SET ${set} WHERE id = $1`, [approvalId])).rejects.toThrow(/stays as it was asked/);
  });

  it('what has ended is not approved after all', async () => {
    const { approvalId, planHash: hash } = await asked();
    await withdrawRequest(manager, { approvalId });
    await expect(approveRequest(approver, { approvalId, planHash: hash })).rejects.toMatchObject({ code: 'approval-state' });
    await expect(db.ownerQuery("UPDATE approval SET state = 'requested' WHERE id = $1", [approvalId])).rejects.toThrow(/does not become/);
  });

  it('no removal is carried out but by an approval, whoever moves it', async () => {
    await expect(db.ownerQuery("UPDATE import SET state = 'applying' WHERE id = $1", [importId])).rejects.toThrow(/needs an approval/);
    await approved();
    await expect(db.ownerQuery("UPDATE import SET state = 'applying' WHERE id = $1", [importId])).rejects.toThrow(/needs an approval/);
  });
});

describe('a decision', () => {
  it('may be a question, is answered, and then a yes', async () => {
    const request = await asked();
    await expect(answerQuestion(manager, { ...request, text: 'Because.' })).rejects.toMatchObject({ code: 'approval-state' });
    await askQuestion(approver, { ...request, text: 'Who asked for it?' });
    expect(await approval()).toMatchObject({ state: 'questioned', possible: { answer: true } });
    await answerQuestion(colleague, { ...request, text: 'The families, in March.' });
    expect((await approval()).messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['question', 'Who asked for it?'],
      ['answer', 'The families, in March.'],
    ]);
    await approveRequest(approver, request);
    expect(await approval()).toMatchObject({ state: 'approved', deciderName: 'Somebody', possible: { cancel: true, withdraw: false } });
  });

  it('may be a no in words, after which the plan can be asked for again', async () => {
    const request = await asked();
    await expect(refuseRequest(approver, { ...request, text: ' ' })).rejects.toThrow();
    await refuseRequest(approver, { ...request, text: 'Ask the accountant first.' });
    expect(await approval()).toMatchObject({ state: 'refused', messages: [{ kind: 'refusal', text: 'Ask the accountant first.' }] });
    await beginDueRuns(tomorrow());
    expect(await stateOf()).toBe('planned');
    await asked();
    expect((await approval()).state).toBe('requested');
  });

  it('is of the plan that the approver saw', async () => {
    const { approvalId } = await asked();
    await expect(approveRequest(approver, { approvalId, planHash: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'plan-stale' });
  });

  it('is of an approver alone', async () => {
    const request = await asked();
    for (const role of ['manager', 'operator', 'administrator'] as const)
      await expect(approveRequest(await makeActor(db, { role, institutionId }), request)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('sees how many contacts changed since', async () => {
    await asked();
    await db.ownerQuery('UPDATE contact SET version = version + 1 WHERE id = (SELECT max(contact_id) FROM plan_change WHERE import_id = $1)', [
      importId,
    ]);
    await db.ownerQuery(
      'UPDATE contact_standing SET sales = 1, changed_at = now() WHERE contact_id = (SELECT min(contact_id) FROM plan_change WHERE import_id = $1)',
      [importId],
    );
    expect((await approval()).since).toEqual({ contactsChanged: 1, standingChanged: 1 });
  });

  it('is no yes above a ceiling that was lowered meanwhile', async () => {
    const request = await asked();
    await db.ownerQuery(`UPDATE institution SET settings = '{"removalCeilingNumber": 1}' WHERE id = $1`, [institutionId]);
    await expect(approveRequest(approver, request)).rejects.toMatchObject({ code: 'removal-ceiling' });
    await db.ownerQuery(`UPDATE institution SET settings = '{}' WHERE id = $1`, [institutionId]);
    await approveRequest(approver, request);
    expect((await approval()).state).toBe('approved');
  });
});
