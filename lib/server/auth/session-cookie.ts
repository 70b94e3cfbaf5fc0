import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { deriveKey, type Env } from '@/lib/server/env';
import { SESSION_DAYS } from './session-life';

const secure = (settings: Pick<Env, 'FOYER_URL'>) => settings.FOYER_URL?.startsWith('https:') ?? false;

/** The cookie of a session. Behind https its name binds it to this very host. */
export const sessionCookie = (settings: Pick<Env, 'FOYER_URL'>) => ({
  name: secure(settings) ? '__Host-foyer.session' : 'foyer.session',
  options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: secure(settings) },
});

/** Key the cookie is encrypted with. */
export const cookieSecret = (settings: Pick<Env, 'secret'>) => deriveKey(settings.secret, 'session cookie');

/** Seconds the cookie lives: as long as a session may at most. */
export const COOKIE_SECONDS = SESSION_DAYS * 86_400;

const payload = z.object({ sessionId: z.uuid() });

/** The id that the cookie carries; null for none, a forged, an altered or an outdated one. */
export async function sessionIdIn(cookie: string | undefined, settings: Pick<Env, 'secret'>): Promise<string | null> {
  const token = await decode({ token: cookie, secret: cookieSecret(settings) }).catch(() => null);
  return payload.safeParse(token).data?.sessionId ?? null;
}
