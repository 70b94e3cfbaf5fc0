import { cookies } from 'next/headers';
import type { Actor } from '@/lib/server/actor';
import { env } from '@/lib/server/env';
import { AppError } from '@/lib/server/errors';
import { type CurrentSession, readSession } from './read-session';
import { sessionCookie, sessionIdIn } from './session-cookie';

/** Who sent the request being answered, or null when nobody is signed in. */
export async function currentSession(): Promise<CurrentSession | null> {
  const settings = env();
  const cookie = (await cookies()).get(sessionCookie(settings).name);
  const sessionId = await sessionIdIn(cookie?.value, settings);
  return sessionId ? readSession(sessionId) : null;
}

/** The actor a session makes: null while no institution is entered. */
export const actorOf = ({ userId, institution, roles, staff }: CurrentSession): Actor | null =>
  institution && { userId, institutionId: institution.id, roles, staff };

/** Who acts in the request being answered, or null when nobody is signed in or no institution is entered. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession();
  return session && actorOf(session);
}

/**
 * Who acts in the request being answered.
 * @throws AppError `signed-out` (401) when nobody is signed in; `no-institution` (409) when staff have not entered one.
 */
export async function requireActor(): Promise<Actor> {
  const session = await currentSession();
  if (!session) throw new AppError('signed-out', {}, 401);
  const actor = actorOf(session);
  if (!actor) throw new AppError('no-institution', {}, 409);
  return actor;
}
