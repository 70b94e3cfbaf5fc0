import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { env } from '@/lib/server/env';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution, makeMembership, makeSession, makeUser } from '@/lib/testing/factories';
import { currentActor, currentSession, requireActor } from './current-session';
import { revokeSession } from './revoke-session';
import { cookieSecret } from './session-cookie';

// The request being answered: Next keeps it where only its own server can put it.
const request = vi.hoisted(() => ({ cookies: new Map<string, { value: string }>() }));
vi.mock('next/headers', () => ({ cookies: async () => request.cookies }));

let db: TestDatabase;
let institutionId: number;
beforeAll(async () => {
  db = await testDatabase();
  institutionId = (await makeInstitution(db)).id;
});
afterAll(() => db.close());

async function sendCookie(token: { sub?: string; sessionId?: string }) {
  request.cookies.set('foyer.session', { value: await encode({ token, secret: cookieSecret(env()) }) });
}

/** Signs somebody with the role in, so that the request carries their cookie. */
async function signedInAs(role: 'importer' | 'operator') {
  const { id } = await makeUser(db);
  await makeMembership(db, id, role, institutionId);
  const session = await makeSession(id);
  await sendCookie({ sessionId: session.sessionId });
  return session;
}

const signedOut = { code: 'signed-out', status: 401 };

describe('a request', () => {
  it('without a cookie is nobody’s', async () => {
    request.cookies.clear();
    expect([await currentSession(), await currentActor()]).toEqual([null, null]);
    await expect(requireActor()).rejects.toMatchObject(signedOut);
  });

  it('of a customer acts in the own institution', async () => {
    const session = await signedInAs('importer');
    const actor = { userId: session.userId, institutionId, roles: ['importer'], staff: false };
    expect(await currentSession()).toEqual(session);
    expect([await currentActor(), await requireActor()]).toEqual([actor, actor]);
  });

  it('of staff who have entered no institution has a session but no actor', async () => {
    const session = await signedInAs('operator');
    expect(await currentSession()).toEqual(session);
    expect(await currentActor()).toBeNull();
    await expect(requireActor()).rejects.toMatchObject({ code: 'no-institution', status: 409 });
  });

  it('with the cookie of a session that has ended is nobody’s', async () => {
    const { sessionId } = await signedInAs('importer');
    await revokeSession(sessionId);
    expect([await currentSession(), await currentActor()]).toEqual([null, null]);
    await expect(requireActor()).rejects.toMatchObject(signedOut);
  });

  it.each([{ sub: '1' }, { sessionId: '1' }, { sessionId: "' OR true --" }])('with a cookie of ours that says %o is nobody’s', async (token) => {
    await sendCookie(token);
    expect(await currentSession()).toBeNull();
  });
});
