import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, ROLES } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { changeRemovalPolicy } from './change-removal-policy';
import { changeSettings } from './change-settings';
import { getSettings } from './get-settings';

let db: TestDatabase;
let manager: Actor;
let administrator: Actor;
beforeAll(async () => {
  db = await testDatabase();
  manager = await makeActor(db, { role: 'manager' });
  administrator = await makeActor(db, { role: 'administrator', institutionId: manager.institutionId });
});
afterAll(() => db.close());

describe('the policy of removals', () => {
  it.each(ROLES.filter((role) => role !== 'administrator'))('is not loosened by an actor of the role %s', async (role) => {
    const actor = await makeActor(db, { role, institutionId: manager.institutionId });
    await expect(changeRemovalPolicy(actor, { coolingOffHours: 0 })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is decided by an administrator, in parts, and told in the audit trail', async () => {
    await changeRemovalPolicy(administrator, { coolingOffHours: 48, protectedCriteria: ['PATRON', 'LIKES=OPERA'] });
    await changeRemovalPolicy(administrator, { removalCeilingPercent: 5 });
    expect(await getSettings(manager)).toMatchObject({ coolingOffHours: 48, removalCeilingPercent: 5, protectedCriteria: ['PATRON', 'LIKES=OPERA'] });
    const events = await db.ownerQuery(`SELECT details FROM audit_event WHERE action = 'institution.policy' ORDER BY id`);
    expect(events).toEqual([
      { details: { coolingOffHours: 48, protectedCriteria: 'PATRON,LIKES=OPERA' } },
      { details: { removalCeilingPercent: 5 } },
    ]);
  });

  it('is no matter of the rules of imports, which a manager decides', async () => {
    await changeSettings(manager, { retentionDays: 30, coolingOffHours: 0, removalCeilingNumber: 1_000_000 } as never);
    expect(await getSettings(manager)).toMatchObject({ retentionDays: 30, coolingOffHours: 48 });
    expect((await getSettings(manager)).removalCeilingNumber).toBeUndefined();
  });

  it.each([{ coolingOffHours: -1 }, { coolingOffHours: 721 }, { removalCeilingPercent: 101 }, { inactiveProspectMonths: 0 }])(
    'has bounds: %j',
    async (policy) => {
      await expect(changeRemovalPolicy(administrator, policy)).rejects.toThrow();
    },
  );
});
