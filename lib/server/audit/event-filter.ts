import { z } from 'zod';

const day = z.iso.date();

/** Which events of the audit trail are meant. */
export const eventFilter = z.object({
  /** A code such as `import.confirm`. */
  action: z.string().trim().max(100).optional(),
  /** What it happened to, such as `import:12`. */
  subject: z.string().trim().max(250).optional(),
  /** Days in UTC, both included. */
  from: day.optional(),
  to: day.optional(),
});

export type EventFilter = z.infer<typeof eventFilter>;

/** An event of the audit trail as it is shown. */
export interface ListedEvent {
  id: string;
  /** ISO text. */
  at: string;
  /** null where nobody acted; 0 is the command line. */
  userId: number | null;
  /** null where the person cannot be seen from the institution, as those of staff cannot. */
  userName: string | null;
  action: string;
  subject: string | null;
  details: Readonly<Record<string, string | number | boolean | null>>;
  /** Of its link in the chain, as SHA-256 in hex. */
  place: number | null;
  hash: string | null;
}

/** SQL of the events that fit, as `e`, with its parameters. */
export function matchingEvents(institutionId: number, { action, subject, from, to }: EventFilter): { where: string; params: unknown[] } {
  const params: unknown[] = [institutionId];
  const parts = ['e.institution_id = $1'];
  const and = (sql: string, value: unknown) => {
    if (value === undefined || value === '') return;
    params.push(value);
    parts.push(sql.replace('?', `$${params.length}`));
  };
  and('e.action = ?', action);
  and('e.subject = ?', subject);
  and(`e.at >= ?::date`, from);
  and(`e.at < ?::date + 1`, to);
  return { where: parts.join(' AND '), params };
}

/** The columns of a ListedEvent. */
export const EVENT_COLUMNS = `
  e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.user_id AS "userId",
  (SELECT u.name FROM app_user u WHERE u.id = e.user_id) AS "userName", e.action, e.subject, e.details, l.place::int AS place, l.hash`;

/** Where they come from. */
export const EVENT_TABLES = 'audit_event e LEFT JOIN audit_link l ON l.event_id = e.id AND l.institution_id = e.institution_id';
