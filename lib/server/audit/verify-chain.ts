import { createHash } from 'node:crypto';
import type pg from 'pg';

/** The place of an event in its institution's chain, and the hash there: noted elsewhere, it proves later that nothing before it was changed. */
export interface Anchor {
  place: number;
  /** SHA-256 in hex. */
  hash: string;
}

/**
 * What does not fit. event-changed: the event is not what its link covers. event-missing: there is a link and no event. event-unlinked: an event
 * that no link covers. link-missing: a place of the chain is empty. link-changed: a link does not follow the one before it. anchor-missing: the
 * chain never had, or has no more, what was noted of it.
 */
type FindingKind = 'event-changed' | 'event-missing' | 'event-unlinked' | 'link-missing' | 'link-changed' | 'anchor-missing';

export interface Finding {
  kind: FindingKind;
  /** From 1; null where an event has no place. */
  place: number | null;
  eventId: string | null;
}

export interface Verified {
  /** Events that are covered. */
  events: number;
  /** The last place; null where nothing ever happened. */
  head: Anchor | null;
  /** At most MOST_FINDINGS. */
  findings: Finding[];
}

/** Links read at a time. */
const PAGE = 5_000;

/** More would tell nothing new: one tampered link may be followed by many events that nothing covers. */
const MOST_FINDINGS = 100;

const ZEROS = '0'.repeat(64);

interface Link {
  place: string;
  eventId: string;
  previous: string;
  hash: string;
  text: string | null;
}

// The text is built here and not by the function of the database, which whoever tampers could have changed with the rest.
const LINKS = `
  SELECT l.place::text, l.event_id::text AS "eventId", l.previous, l.hash, CASE WHEN e.id IS NOT NULL THEN
    jsonb_build_array(e.id, e.institution_id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), e.user_id, e.action, e.subject, e.details)::text END AS text
  FROM audit_link l LEFT JOIN audit_event e ON e.id = l.event_id
  WHERE l.institution_id = $1 AND l.place > $2 ORDER BY l.place LIMIT ${PAGE}`;

const UNLINKED = `
  SELECT e.id::text FROM audit_event e
  WHERE e.institution_id IS NOT DISTINCT FROM nullif($1, 0) AND NOT EXISTS (SELECT FROM audit_link l WHERE l.event_id = e.id AND l.institution_id = $1)
  ORDER BY e.id LIMIT ${MOST_FINDINGS}`;

const hashOf = (previous: string, text: string) => createHash('sha256').update(previous).update(text).digest('hex');

/** What is wrong with a link that follows `before`. */
function* findingsOf({ place: shown, eventId, previous, hash, text }: Link, before: Anchor): Generator<Finding> {
  const place = Number(shown);
  for (let gap = before.place + 1; gap < place && gap <= before.place + MOST_FINDINGS; gap++)
    yield { kind: 'link-missing', place: gap, eventId: null };
  if (previous !== before.hash && place === before.place + 1) yield { kind: 'link-changed', place, eventId };
  if (text === null) yield { kind: 'event-missing', place, eventId };
  else if (hashOf(previous, text) !== hash) yield { kind: 'event-changed', place, eventId };
}

/**
 * Follows the chain of an institution's events from its beginning (0: events of no institution), in the scope of that institution or of staff.
 * `anchor`: what was noted of the chain before. Memory does not grow with the chain.
 */
export async function verifyChain(client: pg.ClientBase, institutionId: number, anchor: Anchor | null = null): Promise<Verified> {
  const findings: Finding[] = [];
  let last: Anchor = { place: 0, hash: ZEROS };
  let events = 0;
  let anchored = anchor === null;
  for (let page: Link[] = [], more = true; more; more = page.length === PAGE) {
    page = (await client.query<Link>(LINKS, [institutionId, last.place])).rows;
    for (const link of page) {
      if (findings.length < MOST_FINDINGS) findings.push(...findingsOf(link, last));
      last = { place: Number(link.place), hash: link.hash };
      events++;
      anchored ||= anchor?.place === last.place && anchor.hash === last.hash;
    }
  }
  const unlinked = await client.query<{ id: string }>(UNLINKED, [institutionId]);
  findings.push(...unlinked.rows.map(({ id }) => ({ kind: 'event-unlinked' as const, place: null, eventId: id })));
  if (anchor && !anchored) findings.push({ kind: 'anchor-missing', place: anchor.place, eventId: null });
  return { events, head: last.place > 0 ? last : null, findings: findings.slice(0, MOST_FINDINGS) };
}
