import { randomBytes } from 'node:crypto';
import { type Actor, type Role, STAFF_ROLES } from '@/lib/server/actor';
import { openSession } from '@/lib/server/auth/open-session';
import { type CurrentSession, readSession } from '@/lib/server/auth/read-session';
import type { TestDatabase } from './database';

const unique = () => randomBytes(4).toString('hex').toUpperCase();

async function insertedId(db: TestDatabase, sql: string, params: unknown[]): Promise<number> {
  const [row] = await db.ownerQuery<{ id: number }>(`${sql} RETURNING id`, params);
  return row?.id as number;
}

/** An institution of its own; gives its id and code. */
export async function makeInstitution(
  db: TestDatabase,
  { code = `I${unique()}`, country = 'FR', language = 'fr' } = {},
): Promise<{ id: number; code: string }> {
  const sql = 'INSERT INTO institution (code, name, country, language) VALUES ($1, $2, $3, $4)';
  return { id: await insertedId(db, sql, [code, `Institution ${code}`, country, language]), code };
}

interface UserParts {
  email?: string;
  name?: string;
  /** As stored (see auth/password.ts); without one the user cannot sign in with a password. */
  passwordHash?: string | null;
  disabledAt?: Date | null;
}

/** A user without any role; gives id and e-mail. */
export async function makeUser(
  db: TestDatabase,
  { email = `${unique().toLowerCase()}@example.org`, name = 'Somebody', passwordHash = null, disabledAt = null }: UserParts = {},
): Promise<{ id: number; email: string }> {
  const sql = 'INSERT INTO app_user (email, name, password_hash, disabled_at) VALUES ($1, $2, $3, $4)';
  return { id: await insertedId(db, sql, [email, name, passwordHash, disabledAt]), email };
}

/** Gives a user a role: in the institution for a customer's role, everywhere for a staff role. */
export async function makeMembership(db: TestDatabase, userId: number, role: Role, institutionId: number): Promise<void> {
  const held = STAFF_ROLES.includes(role) ? null : institutionId;
  await db.ownerQuery('INSERT INTO membership (user_id, institution_id, role) VALUES ($1, $2, $3)', [userId, held, role]);
}

/** A stored user acting in an institution (a new one unless given) with one role. */
export async function makeActor(db: TestDatabase, { role = 'importer' as Role, institutionId = 0 } = {}): Promise<Actor> {
  const id = institutionId || (await makeInstitution(db)).id;
  const user = await makeUser(db);
  await makeMembership(db, user.id, role, id);
  return { userId: user.id, institutionId: id, roles: [role], staff: STAFF_ROLES.includes(role) };
}

/** A session of the user, just opened, as the shell sees it. */
export async function makeSession(userId: number): Promise<CurrentSession> {
  const session = await readSession(await openSession(userId, 'password', new Date()));
  if (!session) throw new Error(`User ${userId} cannot have a session.`);
  return session;
}
