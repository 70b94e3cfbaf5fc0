import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution, makeMembership, makeSession, makeUser } from '@/lib/testing/factories';
import { actorOf } from './current-session';
import { enterInstitution } from './enter-institution';
import { type CurrentSession, readSession } from './read-session';
import { revokeSession, signOutEverywhere } from './revoke-session';

let db: TestDatabase;
let first: { id: number; code: string };
let second: { id: number; code: string };
let foreign: { id: number; code: string };
let userId: number;
let session: CurrentSession;
beforeAll(async () => {
  db = await testDatabase();
  first = await makeInstitution(db, { code: 'FIRST' });
  second = await makeInstitution(db, { code: 'SECOND' });
  foreign = await makeInstitution(db, { code: 'FOREIGN' });
});
beforeEach(async () => {
  userId = (await makeUser(db, { name: 'Ines Vidal' })).id;
  await makeMembership(db, userId, 'importer', first.id);
  await makeMembership(db, userId, 'manager', second.id);
  session = await makeSession(userId);
});
afterAll(() => db.close());

const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000);
const entries = (institutionId: number) =>
  db.ownerQuery('SELECT user_id, action, details FROM audit_event WHERE institution_id = $1 AND user_id = $2', [institutionId, userId]);

async function makeStaff() {
  userId = (await makeUser(db)).id;
  await makeMembership(db, userId, 'operator', first.id);
  return makeSession(userId);
}

describe('a session', () => {
  it('says who is signed in, where they work first and with which roles there', async () => {
    expect(await readSession(session.sessionId)).toMatchObject({
      sessionId: session.sessionId,
      userId,
      name: 'Ines Vidal',
      language: 'en',
      staff: false,
      institutions: [
        { id: first.id, code: 'FIRST', name: 'Institution FIRST' },
        { id: second.id, code: 'SECOND', name: 'Institution SECOND' },
      ],
      institution: { id: first.id },
      roles: ['importer'],
    });
    expect(actorOf(session)).toEqual({ userId, institutionId: first.id, roles: ['importer'], staff: false });
  });

  it('is not there under an id nobody got', async () => {
    expect(await readSession('00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  it.each([
    ['revoked', () => revokeSession(session.sessionId), 0],
    ['revoked with all others', () => signOutEverywhere(session), 0],
    ['of a user disabled meanwhile', () => db.ownerQuery('UPDATE app_user SET disabled_at = now() WHERE id = $1', [userId]), 0],
    ['unused for a week', async () => undefined, 7.1],
    [
      'a month old, however busy',
      () => db.ownerQuery("UPDATE session SET last_seen_at = now() + interval '29 days' WHERE user_id = $1", [userId]),
      30.1,
    ],
  ])('is over when it was %s', async (_, happened, days) => {
    expect(await readSession(session.sessionId)).not.toBeNull();
    await happened();
    expect(await readSession(session.sessionId, daysOn(days))).toBeNull();
  });

  it('goes on as long as it is used within the week', async () => {
    expect(await readSession(session.sessionId, daysOn(6))).not.toBeNull();
    expect(await readSession(session.sessionId, daysOn(12))).not.toBeNull();
  });

  it('notes once a minute at most that it was seen', async () => {
    const seen = async () =>
      (await db.ownerQuery<{ last_seen_at: Date }>('SELECT last_seen_at FROM session WHERE id = $1', [session.sessionId]))[0]?.last_seen_at;
    const opened = await seen();
    await readSession(session.sessionId, new Date(Date.now() + 50_000));
    expect(await seen()).toEqual(opened);
    const later = new Date(Date.now() + 70_000);
    await readSession(session.sessionId, later);
    expect(await seen()).toEqual(later);
  });

  it('ends alone when it is revoked, and with every other one when signing out everywhere', async () => {
    const [here, there, gone] = await Promise.all([makeSession(userId), makeSession(userId), makeSession(userId)]);
    await revokeSession(gone.sessionId);
    expect(await readSession(here.sessionId)).not.toBeNull();
    expect(await signOutEverywhere({ userId })).toBe(3);
    expect(await readSession(there.sessionId)).toBeNull();
  });

  it('follows a role taken away from the next request on', async () => {
    await db.ownerQuery('DELETE FROM membership WHERE user_id = $1 AND institution_id = $2', [userId, first.id]);
    expect(await readSession(session.sessionId)).toMatchObject({ institution: { id: second.id }, roles: ['manager'] });
    await db.ownerQuery('DELETE FROM membership WHERE user_id = $1', [userId]);
    const nowhere = (await readSession(session.sessionId)) as CurrentSession;
    expect(nowhere).toMatchObject({ institution: null, roles: [] });
    expect(actorOf(nowhere)).toBeNull();
  });
});

describe('entering an institution', () => {
  it('changes where a customer works and with which roles, and is written down there', async () => {
    await enterInstitution(session, second.id);
    expect(await readSession(session.sessionId)).toMatchObject({ institution: { id: second.id }, roles: ['manager'] });
    expect(await entries(second.id)).toEqual([{ user_id: userId, action: 'institution.enter', details: { staff: false } }]);
  });

  it('is refused to a customer of others as if it did not exist, and nothing is written', async () => {
    await expect(enterInstitution(session, foreign.id)).rejects.toMatchObject({ code: 'not-found', status: 404 });
    expect(await readSession(session.sessionId)).toMatchObject({ institution: { id: first.id } });
    expect(await entries(foreign.id)).toEqual([]);
  });

  it('is what staff do before they can act, in any institution, and each entry is written down there', async () => {
    const staff = await makeStaff();
    expect(actorOf(staff)).toBeNull();
    expect(staff).toMatchObject({ staff: true, institution: null, roles: ['operator'] });
    expect(staff.institutions.map(({ code }) => code)).toEqual(['FIRST', 'FOREIGN', 'SECOND']);
    await enterInstitution(staff, foreign.id);
    const entered = (await readSession(staff.sessionId)) as CurrentSession;
    expect(actorOf(entered)).toEqual({ userId, institutionId: foreign.id, roles: ['operator'], staff: true });
    expect(await entries(foreign.id)).toEqual([{ user_id: userId, action: 'institution.enter', details: { staff: true } }]);
  });

  it('holds for the one session alone', async () => {
    const other = await makeSession(userId);
    await enterInstitution(session, second.id);
    expect(await readSession(other.sessionId)).toMatchObject({ institution: { id: first.id } });
  });

  it('is undone when the customer no longer belongs there', async () => {
    await enterInstitution(session, second.id);
    await db.ownerQuery('DELETE FROM membership WHERE user_id = $1 AND institution_id = $2', [userId, second.id]);
    expect(await readSession(session.sessionId)).toMatchObject({ institution: { id: first.id }, roles: ['importer'] });
  });
});

describe('the membership table', () => {
  it.each([
    ['a staff role inside one institution', 'operator', 1],
    ['a customer role everywhere', 'manager', null],
  ])('takes no %s', async (_, role, institution) => {
    const insert = 'INSERT INTO membership (user_id, institution_id, role) VALUES ($1, $2, $3)';
    await expect(db.ownerQuery(insert, [userId, institution && first.id, role])).rejects.toThrow('membership_staff_everywhere');
  });

  it('keeps an institution from being removed under its members, who would turn into staff', async () => {
    await expect(db.ownerQuery('DELETE FROM institution WHERE id = $1', [first.id])).rejects.toThrow('membership_institution_id_fkey');
  });
});
