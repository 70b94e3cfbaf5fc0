import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from '@/lib/server/env';
import { type AuthServer, Browser, startAuthServer } from '@/lib/testing/auth-server';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution, makeMembership, makeUser } from '@/lib/testing/factories';
import { type IdentityProvider, startIdentityProvider } from '@/lib/testing/identity-provider';
import { authOptions } from './auth-options';
import { oidcProvider } from './oidc-provider';
import { hashPassword } from './password';
import { readSession } from './read-session';
import { sessionCookie, sessionIdIn } from './session-cookie';

const password = 'poulailler, rang deux';

let db: TestDatabase;
let identities: IdentityProvider;
let server: AuthServer;
let userId: number;
beforeAll(async () => {
  db = await testDatabase();
  const user = await makeUser(db, { email: 'known@example.org', passwordHash: await hashPassword(password) });
  userId = user.id;
  await makeMembership(db, userId, 'importer', (await makeInstitution(db)).id);
  await makeUser(db, { email: 'disabled@example.org', disabledAt: new Date() });
  identities = await startIdentityProvider();
  const { issuer, clientId, clientSecret } = identities;
  server = await startAuthServer(() => authOptions({ ...env(), OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }));
});
afterAll(async () => {
  await server.close();
  await identities.close();
  await db.close();
});

/** Who the browser's cookie says is signed in, as a request would find out. */
async function signedIn(browser: Browser) {
  const sessionId = await sessionIdIn(browser.cookies.get('foyer.session'), env());
  return sessionId ? readSession(sessionId) : null;
}

const typePassword = (browser: Browser, email: string, typed: string) =>
  browser.submit('/api/auth/callback/credentials', { email, password: typed, callbackUrl: '/imports', json: 'true' });

describe('signing in with a password over HTTP', () => {
  it('gives a cookie that scripts cannot read and that carries the session', async () => {
    const browser = new Browser(server.url);
    const { status, text } = await typePassword(browser, 'known@example.org', password);
    expect([status, JSON.parse(text)]).toEqual([200, { url: `${server.url}/imports` }]);
    expect(browser.setCookies.find((cookie) => cookie.startsWith('foyer.session='))).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(await signedIn(browser)).toMatchObject({ userId, roles: ['importer'] });
  });

  it.each([
    ['known@example.org', 'wrong'],
    ['nobody@example.org', password],
  ])('answers %s with the code of the refusal and no cookie', async (email, typed) => {
    const browser = new Browser(server.url);
    const { status, text } = await typePassword(browser, email, typed);
    expect(status).toBe(401);
    expect(new URL(JSON.parse(text).url).searchParams.get('error')).toBe('sign-in-failed');
    expect(browser.cookies.has('foyer.session')).toBe(false);
  });

  it('is refused to a form that is not from our page', async () => {
    const browser = new Browser(server.url);
    await browser.open('/api/auth/callback/credentials', { email: 'known@example.org', password });
    expect(browser.cookies.has('foyer.session')).toBe(false);
  });

  it('tells a script nothing but until when', async () => {
    const browser = new Browser(server.url);
    await typePassword(browser, 'known@example.org', password);
    expect(Object.keys(JSON.parse((await browser.open('/api/auth/session')).text))).toEqual(['expires']);
  });

  it('sends nobody to another site afterwards', async () => {
    const form = { email: 'known@example.org', password, callbackUrl: 'https://elsewhere.example', json: 'true' };
    const { text } = await new Browser(server.url).submit('/api/auth/callback/credentials', form);
    expect(JSON.parse(text).url).toBe(server.url);
  });

  it('ends with signing out, also for whoever copied the cookie', async () => {
    const browser = new Browser(server.url);
    await typePassword(browser, 'known@example.org', password);
    const copied = new Browser(server.url);
    copied.cookies.set('foyer.session', browser.cookies.get('foyer.session') as string);
    await browser.submit('/api/auth/signout', { json: 'true' });
    expect(browser.cookies.has('foyer.session')).toBe(false);
    expect(await signedIn(copied)).toBeNull();
  });
});

describe('the cookie', () => {
  it.each([
    ['forged', 'eyJhbGciOiJub25lIn0.eyJzZXNzaW9uSWQiOiJ4In0.'],
    ['empty', ''],
    ['missing', undefined],
  ])('is worth nothing when %s', async (_, cookie) => {
    expect(await sessionIdIn(cookie, env())).toBeNull();
  });

  it('is worth nothing under another secret', async () => {
    const browser = new Browser(server.url);
    await typePassword(browser, 'known@example.org', password);
    const cookie = browser.cookies.get('foyer.session');
    expect(await sessionIdIn(cookie, env())).not.toBeNull();
    expect(await sessionIdIn(cookie, { secret: 'another secret of thirty-two characters' })).toBeNull();
  });

  it.each([
    [undefined, 'foyer.session', false],
    ['http://foyer.example.org', 'foyer.session', false],
    ['https://foyer.example.org', '__Host-foyer.session', true],
  ])('for the address %s is called %s (secure: %s)', (FOYER_URL, name, secure) => {
    expect(sessionCookie({ FOYER_URL })).toEqual({ name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } });
  });
});

describe('single sign-on', () => {
  /** Goes to the provider and comes back; where that led. */
  async function throughProvider(browser: Browser, claims: Record<string, unknown>) {
    identities.claims = claims;
    const { location: away } = await browser.submit('/api/auth/signin/oidc', { callbackUrl: '/imports' });
    const { headers } = await fetch(away as string, { redirect: 'manual' });
    return browser.open(headers.get('location') as string);
  }

  it('is offered when issuer, client and secret are set, and only then', () => {
    const all = { OIDC_ISSUER: 'https://id.example.org/', OIDC_CLIENT_ID: 'foyer', OIDC_CLIENT_SECRET: 'hush', OIDC_NAME: 'Our house' };
    expect(oidcProvider(all)).toMatchObject({ name: 'Our house', wellKnown: 'https://id.example.org/.well-known/openid-configuration' });
    for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) expect(oidcProvider({ ...all, [name]: undefined })).toBeNull();
    expect(authOptions().providers.map(({ id }) => id)).toEqual(['credentials']);
  });

  it('signs in the user who has the verified e-mail', async () => {
    const browser = new Browser(server.url);
    const { location } = await throughProvider(browser, { email: 'Known@example.org', email_verified: true });
    expect(location).toBe(`${server.url}/imports`);
    expect(await signedIn(browser)).toMatchObject({ userId });
    const events = await db.ownerQuery("SELECT details FROM audit_event WHERE action = 'session.open' AND user_id = $1 ORDER BY id DESC LIMIT 1", [
      userId,
    ]);
    expect(events).toEqual([{ details: { means: 'oidc' } }]);
  });

  it.each([
    ['whose e-mail the provider has not verified', { email: 'known@example.org', email_verified: false }],
    ['whose provider says nothing about verification', { email: 'known@example.org' }],
    ['whose e-mail belongs to nobody here', { email: 'nobody@example.org', email_verified: true }],
    ['who is disabled', { email: 'disabled@example.org', email_verified: true }],
    ['without an e-mail', {}],
  ])('refuses a person %s, and makes no user', async (_, claims) => {
    const browser = new Browser(server.url);
    const users = () => db.ownerQuery('SELECT id FROM app_user');
    const before = await users();
    const { location } = await throughProvider(browser, claims);
    expect(await browser.open(location as string)).toMatchObject({ location: '/sign-in?error=single-sign-on-refused' });
    expect(browser.cookies.has('foyer.session')).toBe(false);
    expect(await users()).toEqual(before);
  });

  it('says that it does not work at the moment when the provider gives nonsense', async () => {
    const browser = new Browser(server.url);
    const { location } = await throughProvider(browser, { email: 'known@example.org', email_verified: true, aud: 'somebody-else' });
    const { location: page } = await browser.open(location as string);
    expect(new URL(page as string, server.url).searchParams.get('error')).toBe('OAuthCallback');
    expect(browser.cookies.has('foyer.session')).toBe(false);
  });

  it('refuses an answer to a question this browser never asked', async () => {
    const asked = new Browser(server.url);
    identities.claims = { email: 'known@example.org', email_verified: true };
    const { location: away } = await asked.submit('/api/auth/signin/oidc', {});
    const { headers } = await fetch(away as string, { redirect: 'manual' });
    const victim = new Browser(server.url);
    await victim.open(headers.get('location') as string);
    expect(victim.cookies.has('foyer.session')).toBe(false);
  });
});
