import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeUser } from '@/lib/testing/factories';
import { hashPassword } from './password';
import { signIn } from './sign-in';
import { ATTEMPT_LIMITS } from './sign-in-attempts';

const password = 'rideau de velours';
const noon = new Date('2026-05-03T12:00:00Z');
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

let db: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  db = await testDatabase();
  passwordHash = await hashPassword(password);
  await makeUser(db, { email: 'known@example.org', passwordHash });
  await makeUser(db, { email: 'disabled@example.org', passwordHash, disabledAt: noon });
  await makeUser(db, { email: 'elsewhere@example.org', passwordHash: null });
});
afterAll(() => db.close());

let addresses = 0;
const anAddress = () => `192.0.2.${++addresses}`;

/** What the attempt came to: a session or the code of the refusal. */
const attempt = (email: string, typed: string, address = anAddress(), now = noon) =>
  signIn({ email, password: typed, address }, now).then(
    () => 'session',
    (error) => `${error.code} ${error.status}`,
  );

describe('signing in', () => {
  it.each([
    ['the right password', 'known@example.org', password, 'session'],
    ['the e-mail in capitals and with spaces around', ' Known@Example.ORG ', password, 'session'],
    ['a wrong password', 'known@example.org', 'rideau de fer', 'sign-in-failed 401'],
    ['an e-mail nobody has', 'nobody@example.org', password, 'sign-in-failed 401'],
    ['a disabled user', 'disabled@example.org', password, 'sign-in-failed 401'],
    ['a user without a password', 'elsewhere@example.org', password, 'sign-in-failed 401'],
    ['no password', 'known@example.org', '', 'sign-in-failed 401'],
    ['no e-mail', '', password, 'sign-in-failed 401'],
    ['a password too long to be one', 'known@example.org', 'x'.repeat(1001), 'sign-in-failed 401'],
  ])('with %s', async (_, email, typed, outcome) => {
    expect(await attempt(email, typed)).toBe(outcome);
  });

  it('opens a session in the database and says so in the audit trail, and nothing else of the person', async () => {
    const user = await makeUser(db, { email: 'fresh@example.org', passwordHash });
    const sessionId = await signIn({ email: user.email, password, address: anAddress() }, noon);
    const sessions = await db.ownerQuery('SELECT id, created_at, expires_at, revoked_at FROM session WHERE user_id = $1', [user.id]);
    expect(sessions).toEqual([{ id: sessionId, created_at: noon, expires_at: minutesLater(30 * 24 * 60), revoked_at: null }]);
    const events = await db.ownerQuery('SELECT institution_id, user_id, action, details FROM audit_event WHERE user_id = $1', [user.id]);
    expect(events).toEqual([{ institution_id: null, user_id: user.id, action: 'session.open', details: { means: 'password' } }]);
  });
});

describe('guessing passwords', () => {
  const refused = `too-many-attempts 429`;

  it.each(['guessed@example.org', 'not-even-there@example.org'])('of %s ends after so many failures from anywhere, for a while', async (email) => {
    if (email.startsWith('guessed')) await makeUser(db, { email, passwordHash });
    const outcomes = [];
    for (let tried = 0; tried <= ATTEMPT_LIMITS.perEmail; tried++) outcomes.push(await attempt(email, 'guess'));
    expect(outcomes).toEqual([...Array(ATTEMPT_LIMITS.perEmail).fill('sign-in-failed 401'), refused]);
    expect(await attempt(email, password)).toBe(refused);
    const afterwards = minutesLater(ATTEMPT_LIMITS.windowMinutes);
    expect(await attempt(email, password, anAddress(), afterwards)).toBe(email.startsWith('guessed') ? 'session' : 'sign-in-failed 401');
  });

  it('from one address ends after so many failures whoever they were aimed at, and one good sign-in does not pay for it', async () => {
    const address = anAddress();
    const tries = Array.from({ length: ATTEMPT_LIMITS.perAddress }, (_, index) => attempt(`somebody${index}@example.org`, 'guess', address));
    expect(new Set(await Promise.all(tries))).toEqual(new Set(['sign-in-failed 401']));
    expect(await attempt('known@example.org', password, address)).toBe(refused);
    expect(await attempt('known@example.org', password)).toBe('session');
  });

  it('by many requests at once gets no further than one after the other', async () => {
    const tries = Array.from({ length: ATTEMPT_LIMITS.perEmail + 5 }, () => attempt('rushed@example.org', 'guess'));
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === refused)).toHaveLength(5);
  });

  it('starts afresh once the person got in', async () => {
    await makeUser(db, { email: 'forgetful@example.org', passwordHash });
    for (let round = 0; round < 2; round++) {
      for (let tried = 1; tried < ATTEMPT_LIMITS.perEmail; tried++) await attempt('forgetful@example.org', 'guess');
      expect(await attempt('forgetful@example.org', password)).toBe('session');
    }
  });

  it('leaves neither e-mail nor address behind in clear', async () => {
    await attempt('secretive@example.org', 'guess', '198.51.100.7');
    const keys = await db.ownerQuery<{ key: string }>('SELECT DISTINCT key FROM login_attempt');
    expect(keys.length).toBeGreaterThan(1);
    expect(keys.every(({ key }) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
  });
});
