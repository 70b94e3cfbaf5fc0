import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope, type Scope } from '@/lib/server/database/scope';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution, makeUser } from '@/lib/testing/factories';
import { recordEvent } from './record-event';

let db: TestDatabase;
let institutionId: number;
let userId: number;
beforeAll(async () => {
  db = await testDatabase();
  institutionId = (await makeInstitution(db)).id;
  userId = (await makeUser(db)).id;
});
afterAll(() => db.close());

const event = { action: 'import.create', subject: 'import:7', details: { size: 12 } };
const recorded = () => db.ownerQuery('SELECT institution_id, user_id, action, subject, details FROM audit_event ORDER BY id DESC LIMIT 1');

describe('the audit trail', () => {
  it.each([
    ['an institution', () => ({ kind: 'institution', institutionId, userId }) as Scope, () => institutionId],
    ['staff', () => ({ kind: 'staff', userId }) as Scope, () => null],
    ['signing in', () => ({ kind: 'auth', userId }) as Scope, () => null],
  ])('takes institution and user from the scope of %s', async (_, scope, institution) => {
    await inScope(scope(), (tx) => recordEvent(tx, event));
    expect(await recorded()).toEqual([{ institution_id: institution(), user_id: userId, ...event }]);
  });

  it('forgets an event whose transaction failed', async () => {
    const failing = inScope({ kind: 'institution', institutionId, userId }, async (tx) => {
      await recordEvent(tx, { action: 'import.never' });
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrow('after all not');
    expect(await db.ownerQuery("SELECT FROM audit_event WHERE action = 'import.never'")).toEqual([]);
  });

  it('takes nothing from where nobody acts', async () => {
    await expect(inScope({ kind: 'system' }, (tx) => recordEvent(tx, event))).rejects.toThrow(/row-level security/);
  });
});
