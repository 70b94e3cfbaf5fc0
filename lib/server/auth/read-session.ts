import { type Role, STAFF_ROLES } from '@/lib/server/actor';
import { type Db, inScope } from '@/lib/server/database/scope';
import { aliveAt } from './session-life';

/** An institution as it is shown and chosen. */
interface InstitutionChoice {
  id: number;
  code: string;
  name: string;
}

/** Who is signed in, for the shell: what they may choose and what they work in. */
export interface CurrentSession {
  sessionId: string;
  userId: number;
  name: string;
  email: string;
  language: string;
  /** True when the person holds a staff role, which holds in every institution. */
  staff: boolean;
  /** Those the person may enter: a customer's own, all of them for staff. By name. */
  institutions: InstitutionChoice[];
  /** The one they work in; null while staff have not entered one. */
  institution: InstitutionChoice | null;
  /** The roles held there; without an institution the staff roles. */
  roles: Role[];
}

/** Milliseconds between two notes of when a session was last seen: a write per request would be one too many. */
const SEEN_EVERY_MS = 60_000;

const choice = { id: true, code: true, name: true } as const;

const findAlive = (db: Db, sessionId: string, now: Date) =>
  db.session.findFirst({
    where: { id: sessionId, ...aliveAt(now) },
    select: {
      lastSeenAt: true,
      institutionId: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          language: true,
          memberships: { select: { role: true, institution: { select: choice } }, orderBy: { id: 'asc' } },
        },
      },
    },
  });

type AliveSession = NonNullable<Awaited<ReturnType<typeof findAlive>>>;

/** The institutions of the memberships, each once, in the order in which they were given. */
function ownInstitutions({ user }: AliveSession): InstitutionChoice[] {
  const byId = new Map(user.memberships.flatMap(({ institution }) => (institution ? [[institution.id, institution]] : [])));
  return [...byId.values()];
}

async function currentSessionOf(db: Db, sessionId: string, alive: AliveSession): Promise<CurrentSession> {
  const { memberships, id: userId, name, email, language } = alive.user;
  const staff = memberships.some(({ role }) => STAFF_ROLES.includes(role));
  const own = ownInstitutions(alive);
  const institutions = staff ? await db.institution.findMany({ select: choice }) : own;
  const chosen = institutions.find(({ id }) => id === alive.institutionId);
  const institution = chosen ?? own[0] ?? null;
  const roles = memberships.filter((held) => held.institution === null || held.institution.id === institution?.id).map(({ role }) => role);
  const byName = [...institutions].sort((a, b) => a.name.localeCompare(b.name));
  return { sessionId, userId, name, email, language, staff, institutions: byName, institution, roles: [...new Set(roles)] };
}

/**
 * Who the session belongs to, or null when it has ended. Read from the database every time, so that a session ended, a user
 * disabled or a role taken away holds from the next request on.
 */
export function readSession(sessionId: string, now = new Date()): Promise<CurrentSession | null> {
  return inScope({ kind: 'auth' }, async (db) => {
    const alive = await findAlive(db, sessionId, now);
    if (!alive) return null;
    if (now.getTime() - alive.lastSeenAt.getTime() > SEEN_EVERY_MS) {
      await db.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } });
    }
    return currentSessionOf(db, sessionId, alive);
  });
}
