import { createHmac } from 'node:crypto';
import { type Db, inScope } from '@/lib/server/database/scope';
import { deriveKey, env } from '@/lib/server/env';
import { AppError } from '@/lib/server/errors';

/** Failures after which further attempts are refused unseen, within the window; a person mistypes far less often. */
export const ATTEMPT_LIMITS = { perEmail: 10, perAddress: 50, windowMinutes: 15 };

/** Who tries: the e-mail as normalised for the look-up, and the network address the request came from. */
export interface Attempt {
  email: string;
  address: string;
}

/** E-mails and addresses are kept as keyed hashes only: the table tells nobody who tried to sign in. */
function attemptKeys({ email, address }: Attempt) {
  const key = deriveKey(env().secret, 'sign-in attempts');
  const keyed = (value: string) => createHmac('sha256', key).update(value).digest('hex');
  return { email: keyed(`email ${email}`), address: keyed(`address ${address}`) };
}

async function refuseAbove(db: Db, key: string, limit: number, since: Date) {
  // Attempts on one key queue up here: of a hundred sent at once no more get through than one after the other.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const failures = await db.loginAttempt.count({ where: { key, at: { gt: since } } });
  if (failures >= limit) throw new AppError('too-many-attempts', { minutes: ATTEMPT_LIMITS.windowMinutes }, 429);
}

/**
 * Counts an attempt before its password is looked at; the returned function takes it back when the password was right.
 * @throws AppError `too-many-attempts` when the e-mail or the address has used up its attempts, whether or not the user exists.
 */
export function countAttempt(attempt: Attempt, now: Date): Promise<() => Promise<void>> {
  const keys = attemptKeys(attempt);
  const since = new Date(now.getTime() - ATTEMPT_LIMITS.windowMinutes * 60_000);
  return inScope({ kind: 'auth' }, async (db) => {
    await refuseAbove(db, keys.address, ATTEMPT_LIMITS.perAddress, since);
    await refuseAbove(db, keys.email, ATTEMPT_LIMITS.perEmail, since);
    await db.loginAttempt.deleteMany({ where: { at: { lte: since } } });
    const { id } = await db.loginAttempt.create({ data: { key: keys.address, at: now } });
    await db.loginAttempt.create({ data: { key: keys.email, at: now } });
    // The e-mail starts afresh; of the address only this attempt is taken back, lest one good account pays for guessing at others.
    return () => inScope({ kind: 'auth' }, async (db) => void (await db.loginAttempt.deleteMany({ where: { OR: [{ id }, { key: keys.email }] } })));
  });
}
