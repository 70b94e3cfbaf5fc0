import { type Role, STAFF_ROLES } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { IDLE_DAYS } from './session-life';

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

interface AliveSession {
  userId: number;
  name: string;
  email: string;
  language: string;
  chosenId: number | null;
  /** In the order in which they were given; without an institution for a staff role. */
  memberships: { role: Role; institutionId: number | null }[];
  institutions: InstitutionChoice[];
  /** Whether it was last noted as seen longer ago than SEEN_EVERY_SECONDS. */
  unnoted: boolean;
}

/** Seconds between two notes of when a session was last seen: a write per request would be one too many. */
const SEEN_EVERY_SECONDS = 60;

// One statement in plain SQL, for every request waits for it: alive is what is neither ended, nor expired, nor idle for too long,
// nor of a disabled user.
const ALIVE = `
  SELECT u.id AS "userId", u.name, u.email, u.language, s.institution_id AS "chosenId", m.memberships,
    s.last_seen_at < $2::timestamptz - make_interval(secs => ${SEEN_EVERY_SECONDS}) AS unnoted,
    (SELECT coalesce(json_agg(json_build_object('id', i.id, 'code', i.code, 'name', i.name)), '[]') FROM institution i
     WHERE m.staff OR i.id = ANY(m.own)) AS institutions
  FROM session s JOIN app_user u ON u.id = s.user_id,
    LATERAL (SELECT coalesce(json_agg(json_build_object('role', role, 'institutionId', institution_id) ORDER BY id), '[]') AS memberships,
      array_agg(institution_id) AS own, bool_or(role::text = ANY($3)) AS staff FROM membership WHERE user_id = u.id) m
  WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND u.disabled_at IS NULL
    AND s.last_seen_at > $2::timestamptz - make_interval(days => ${IDLE_DAYS})`;

const NOTE = 'UPDATE session SET last_seen_at = $2 WHERE id = $1';

function currentSessionOf(sessionId: string, alive: AliveSession): CurrentSession {
  const { userId, name, email, language, memberships, chosenId } = alive;
  const institutions = alive.institutions.toSorted((a, b) => a.name.localeCompare(b.name));
  const firstOwn = memberships.find(({ institutionId }) => institutionId !== null)?.institutionId;
  const byId = (id: number | null | undefined) => institutions.find((choice) => choice.id === id);
  const institution = byId(chosenId) ?? byId(firstOwn) ?? null;
  const held = memberships.filter(({ institutionId }) => institutionId === null || institutionId === institution?.id);
  const roles = [...new Set(held.map(({ role }) => role))];
  const staff = roles.some((role) => STAFF_ROLES.includes(role));
  return { sessionId, userId, name, email, language, staff, institutions, institution, roles };
}

/**
 * Who the session belongs to, or null when it has ended. Read from the database every time, so that a session ended, a user
 * disabled or a role taken away holds from the next request on.
 */
export function readSession(sessionId: string, now = new Date()): Promise<CurrentSession | null> {
  return inScopeSql({ kind: 'auth' }, async (client) => {
    const { rows } = await client.query<AliveSession>(ALIVE, [sessionId, now, STAFF_ROLES]);
    const alive = rows[0];
    if (!alive) return null;
    if (alive.unnoted) await client.query(NOTE, [sessionId, now]);
    return currentSessionOf(sessionId, alive);
  });
}
