import { z } from 'zod';
import { inScope } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { openSession } from './open-session';

/** The claims of an identity provider that say who somebody is. Some providers write the boolean as text. */
const claims = z.object({
  email: z.string().trim().toLowerCase().max(254),
  email_verified: z.union([z.literal(true), z.literal('true')]),
});

const refused = () => new AppError('single-sign-on-refused', {}, 401);

/**
 * Signs in whom the identity provider vouches for; gives the id of the new session. Only an e-mail that the provider has verified
 * counts, and only for a user who exists here: signing in makes nobody a user.
 * @throws AppError `single-sign-on-refused`
 */
export async function signInByVerifiedEmail(profile: unknown, now = new Date()): Promise<string> {
  const parsed = claims.safeParse(profile);
  if (!parsed.success) throw refused();
  const { email } = parsed.data;
  const user = await inScope({ kind: 'auth' }, (db) => db.user.findUnique({ where: { email, disabledAt: null }, select: { id: true } }));
  if (!user) throw refused();
  return openSession(user.id, 'oidc', now);
}
