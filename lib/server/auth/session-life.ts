/** Days after which a person signs in again, whatever they did. */
export const SESSION_DAYS = 30;

/** Days without a request after which a session has ended by itself. */
const IDLE_DAYS = 7;

/** Which session rows still count as signed in: neither ended, nor expired, nor idle for too long, nor of a disabled user. */
export const aliveAt = (now: Date) => ({
  revokedAt: null,
  expiresAt: { gt: now },
  lastSeenAt: { gt: new Date(now.getTime() - IDLE_DAYS * 86_400_000) },
  user: { disabledAt: null },
});
