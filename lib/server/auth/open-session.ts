import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { SESSION_DAYS } from './session-life';

/** Starts a session for a user whose identity has been proven; gives its id, the only thing the cookie will carry. */
export function openSession(userId: number, means: 'password' | 'oidc', now: Date): Promise<string> {
  return inScope({ kind: 'auth', userId }, async (db) => {
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
    const { id } = await db.session.create({ data: { userId, createdAt: now, lastSeenAt: now, expiresAt }, select: { id: true } });
    await recordEvent(db, { action: 'session.open', subject: `user:${userId}`, details: { means } });
    return id;
  });
}
