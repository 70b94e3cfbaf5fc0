import type pg from 'pg';
import type { Applying } from './apply-chunk';

const BEGIN = `INSERT INTO contact_number_sequence (institution_id, environment) VALUES ($1, $2::"Environment") ON CONFLICT DO NOTHING`;

/** Longer numbers stay texts: the sequence counts in 64 bits and never gets near them. */
const COUNTABLE = `'^[0-9]{1,18}$'`;

const MOVE = `
  UPDATE contact_number_sequence SET next = greatest(next,
    1 + (SELECT max((after->>'CONTACT_NR')::bigint) FROM plan_change
         WHERE institution_id = $1 AND import_id = $3 AND kind = 'create' AND after->>'CONTACT_NR' ~ ${COUNTABLE}),
    1 + (SELECT max(number::bigint) FROM contact WHERE institution_id = $1 AND environment = $2::"Environment" AND number ~ ${COUNTABLE}))
  WHERE institution_id = $1 AND environment = $2::"Environment"`;

/**
 * Moves the next free contact number above every number that exists and every number the import brings, before the import gives
 * out any: a number of the file's last row must not have gone to its first.
 */
export async function moveNumberSequence(client: pg.ClientBase, { institutionId, importId, environment }: Applying): Promise<void> {
  await client.query(BEGIN, [institutionId, environment]);
  await client.query(MOVE, [institutionId, environment, importId]);
}
