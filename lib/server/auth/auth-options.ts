import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { type Env, env } from '@/lib/server/env';
import { AppError } from '@/lib/server/errors';
import { log } from '@/lib/server/log';
import { clientAddress } from './client-address';
import { oidcProvider } from './oidc-provider';
import { revokeSession } from './revoke-session';
import { COOKIE_SECONDS, cookieSecret, sessionCookie } from './session-cookie';
import { signIn } from './sign-in';
import { signInByVerifiedEmail } from './sign-in-by-verified-email';

/** A refusal reaches the sign-in page as its code; a bug as `sign-in-unavailable`, its words staying in the log. */
function asCode(error: unknown): Error {
  if (error instanceof AppError) return new Error(error.code);
  log.error({ err: error }, 'sign-in failed unexpectedly');
  return new Error('sign-in-unavailable');
}

const password = credentials({
  id: 'credentials',
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  async authorize(typed, request) {
    const forwardedFor: unknown = request.headers?.['x-forwarded-for'];
    const address = clientAddress(typeof forwardedFor === 'string' ? forwardedFor : null);
    try {
      // What next-auth calls the user is the session for us: its id is all that the cookie carries.
      return { id: await signIn({ email: typed?.email ?? '', password: typed?.password ?? '', address }) };
    } catch (error) {
      throw asCode(error);
    }
  },
});

/**
 * next-auth's settings: it does the cookies, the cross-site protection and the dance with the identity provider, and nothing
 * else. Who is signed in is asked of the session row (current-session.ts), never of the cookie.
 */
export function authOptions(settings: Env = env()): NextAuthOptions {
  const oidc = oidcProvider(settings);
  const cookie = sessionCookie(settings);
  return {
    providers: oidc ? [password, oidc] : [password],
    secret: cookieSecret(settings),
    session: { strategy: 'jwt', maxAge: COOKIE_SECONDS },
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== 'oidc') return true;
        try {
          user.id = await signInByVerifiedEmail(profile);
          return true;
        } catch (error) {
          throw asCode(error);
        }
      },
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : token),
      // Asked by the browser: it learns until when, not who.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sessionId === 'string') await revokeSession(token.sessionId);
      },
    },
    logger: {
      error: (code) => log.warn({ code }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}
