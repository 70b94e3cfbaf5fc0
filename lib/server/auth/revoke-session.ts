import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';

/** Ends one session; the cookie that carries its id is worth nothing from then on. */
export async function revokeSession(sessionId: string, now = new Date()): Promise<void> {
  await inScope({ kind: 'auth' }, (db) => db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } }));
}

/** Ends every session of the user, the present one too; gives how many there were. */
export function signOutEverywhere({ userId }: { userId: number }, now = new Date()): Promise<number> {
  return inScope({ kind: 'auth', userId }, async (db) => {
    const { count } = await db.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    await recordEvent(db, { action: 'session.revoke-all', subject: `user:${userId}`, details: { count } });
    return count;
  });
}
