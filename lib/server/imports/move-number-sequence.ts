import type pg from 'pg';
import type { Applying } from './apply-chunk';

const BEGIN = `INSERT INTO contact_number_sequence (institution_id, environment) VALUES ($1, $2::"Environment") ON CONFLICT DO NOTHING`;

/** Longer numbers stay texts: the sequence counts in 64 bits and never gets near them. */
const COUNTABLE = `'^[0-9]{1,18}$'`;

/** Numbers kept for imports are none of the sequence's business. */
const outsideRanges = (number: string) => `
  NOT EXISTS (SELECT FROM number_range r WHERE r.institution_id = $1 AND r.environment = $2::"Environment"
    AND CASE WHEN ${number} ~ ${COUNTABLE} THEN (${number})::bigint BETWEEN r.first AND r.last END)`;

const above = (number: string, numbers: string) =>
  `1 + (SELECT max((${number})::bigint) FROM ${numbers} AND ${number} ~ ${COUNTABLE} AND ${outsideRanges(number)})`;

const ABOVE_PLANNED = above("after->>'CONTACT_NR'", "plan_change WHERE institution_id = $1 AND import_id = $3 AND kind = 'create'");
const ABOVE_STORED = above('number', 'contact WHERE institution_id = $1 AND environment = $2::"Environment"');

const move = (bounds: readonly string[]) => `
  UPDATE contact_number_sequence SET next = greatest(next, ${bounds.join(', ')})
  WHERE institution_id = $1 AND environment = $2::"Environment" AND $3::int IS NOT NULL`;

/**
 * Moves the next free contact number above every number that exists and every number the import brings, except those in ranges kept for
 * imports, before the import gives out any: a number of the file's last row must not have gone to its first. Belongs into the transaction
 * that stores the import's first contacts, so that it stands exactly if they do. A sequence that has begun is above all numbers that are
 * stored, because nobody stores one without it.
 */
export async function moveNumberSequence(client: pg.ClientBase, { institutionId, importId, environment, keys }: Applying): Promise<void> {
  const { rowCount: begun } = await client.query(BEGIN, [institutionId, environment]);
  const bounds = [...(begun ? [ABOVE_STORED] : []), ...(keys.has('CONTACT_NR') ? [ABOVE_PLANNED] : [])];
  if (bounds.length > 0) await client.query(move(bounds), [institutionId, environment, importId]);
}
