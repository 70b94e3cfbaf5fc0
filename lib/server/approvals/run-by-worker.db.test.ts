import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { verifyTrail } from '@/lib/server/audit/verify-trail';
import { getImport } from '@/lib/server/imports/get-import';
import { changeRemovalPolicy } from '@/lib/server/institutions/change-removal-policy';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makeKnownContact, makePlannedRemoval, requestRemoval } from '@/lib/testing/removals';
import { kill, startWorker, until } from '@/lib/testing/workers';
import { approveRequest } from './approve-request';
import { getApproval } from './get-approval';
import { getCertificate } from './get-certificate';

let db: TestDatabase;
let manager: Actor;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  db = await testDatabase();
  manager = await makeActor(db, { role: 'manager' });
});
afterAll(async () => {
  await Promise.all(workers.map(kill));
  await db.close();
});

it('a removal that is due is carried out and certified once by whichever worker lives, however often one is killed', async () => {
  const numbers: string[] = [];
  for (let index = 0; index < 60; index++) numbers.push(await makeKnownContact(db, manager.institutionId));
  await changeRemovalPolicy({ ...manager, roles: ['administrator'] }, { coolingOffHours: 0, removalCeilingPercent: 100 });
  const importId = await makePlannedRemoval(
    db,
    manager,
    numbers.slice(0, 40).map((number) => ['INVALIDATE', number] as const),
  );
  const request = await requestRemoval(db, manager, importId);
  await approveRequest(await makeActor(db, { role: 'approver', institutionId: manager.institutionId }), request);
  const stateOf = async () => (await getApproval(manager, { importId }))?.state;
  workers.push(startWorker(db));
  await until('the run to begin', 40, async () => (await stateOf()) === 'run');
  await kill(workers[0] as ChildProcess);
  workers.push(startWorker(db));
  const { content } = await until('the certificate', 50, () => getCertificate(manager, { importId }).catch(() => false as const));
  expect(content.operations).toEqual([{ operation: 'INVALIDATE', planned: 40, done: 40 }]);
  expect((await getImport(manager, { importId })).counts).toMatchObject({ rows: 40, updated: 40 });
  const events = await db.ownerQuery(
    `SELECT action, count(*)::int AS count FROM audit_event WHERE subject = $1 AND action IN ('approval.run', 'certificate.issue') GROUP BY 1 ORDER BY 1`,
    [`import:${importId}`],
  );
  expect(events).toEqual([
    { action: 'approval.run', count: 1 },
    { action: 'certificate.issue', count: 1 },
  ]);
  expect((await verifyTrail(manager)).findings).toEqual([]);
}, 120_000);
