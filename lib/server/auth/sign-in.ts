import { z } from 'zod';
import { inScope } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { openSession } from './open-session';
import { verifyPassword } from './password';
import { countAttempt } from './sign-in-attempts';

/** Longer input is nobody's password: it would only keep the hash busy. */
const input = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().min(1).max(1000), address: z.string() });

/** What a person typed, and the network address they typed it from. */
export type SignInInput = z.input<typeof input>;

const failed = () => new AppError('sign-in-failed', {}, 401);

/**
 * Signs in with e-mail and password; gives the id of the new session.
 * @throws AppError `sign-in-failed`, the same and after the same time for an unknown user, a wrong password, a disabled user and a
 * user without a password; `too-many-attempts` (see sign-in-attempts.ts).
 */
export async function signIn(typed: SignInInput, now = new Date()): Promise<string> {
  const parsed = input.safeParse(typed);
  if (!parsed.success) throw failed();
  const { email, password, address } = parsed.data;
  const takeBack = await countAttempt({ email, address }, now);
  const user = await inScope({ kind: 'auth' }, (db) =>
    db.user.findUnique({ where: { email, disabledAt: null }, select: { id: true, passwordHash: true } }),
  );
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !matches) throw failed();
  await takeBack();
  return openSession(user.id, 'password', now);
}
