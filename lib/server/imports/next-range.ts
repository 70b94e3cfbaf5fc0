import type pg from 'pg';
import type { Applying, RowRange } from './apply-chunk';

/** Changes carried out in one transaction: enough to make its fixed cost small, few enough to stop soon and to lock few contacts. */
const CHUNK = 10_000;

const PLAN = 'institution_id = $1 AND import_id = $2';

/** Changes of the round that the import is in: those of earlier ones have been carried out. */
export const OF_ROUND = 'round = (SELECT i.round FROM import i WHERE i.id = $2)';

/** The last row of the round that has results; null where none has. From behind, so that it is found at once where all rows are of one round. */
const HIGHEST_DONE = `
  SELECT d.row FROM change_result d WHERE d.institution_id = $1 AND d.import_id = $2 AND EXISTS (
    SELECT FROM plan_change p WHERE p.institution_id = $1 AND p.import_id = $2 AND p.row = d.row AND p.${OF_ROUND})
  ORDER BY d.row DESC LIMIT 1`;

const DONE = `
  SELECT (SELECT min(row) FROM change_result WHERE ${PLAN}) AS lowest, (${HIGHEST_DONE}) AS highest, (SELECT max(row) FROM plan_change WHERE ${PLAN}) AS last`;

interface Done {
  lowest: number | null;
  highest: number | null;
  /** null for a plan without changes. */
  last: number | null;
}

/** The other end of the next chunk; its changes stay together even where that makes the chunk one longer. */
const next = (end: 'min' | 'max', beyond: string) => `
  SELECT ${end}(row) AS row FROM (
    SELECT row FROM plan_change WHERE ${PLAN} AND kind <> 'unchanged' AND ${OF_ROUND} AND ${beyond} LIMIT ${CHUNK}) next`;

const FORWARDS = next('max', 'row > $3 ORDER BY row');
const BACKWARDS = next('min', 'row < $3 ORDER BY row DESC');

/** The planner takes what a scope shows for a few rows: it would sort all that are left, for every chunk, rather than read the next ones. */
const SORT = `SELECT set_config('enable_sort', $1, true)`;

/** Rows to be carried out, and about how many are behind once they are: for the person who waits. */
interface NextRange extends RowRange {
  done: number;
}

/**
 * The rows to be carried out next, after those that have results; null when all have. An undo goes from the end to the beginning, so that a
 * structure that is removed is still there as long as it has relays, whenever the work is interrupted.
 */
export async function nextRange(client: pg.ClientBase, { institutionId, importId, kind }: Applying): Promise<NextRange | null> {
  const ids = [institutionId, importId];
  const { rows: found } = await client.query<Done>(DONE, ids);
  const { lowest, highest, last } = found[0] as Done;
  if (last === null) return null;
  const from = kind === 'undo' ? (lowest ?? last + 1) : (highest ?? -1);
  await client.query(SORT, ['off']);
  const { rows: ends } = await client.query<{ row: number | null }>(kind === 'undo' ? BACKWARDS : FORWARDS, [...ids, from]);
  await client.query(SORT, ['on']);
  const end = ends[0]?.row ?? null;
  if (end === null) return null;
  return kind === 'undo' ? { after: end - 1, upTo: from - 1, done: last - end } : { after: from, upTo: end, done: end };
}
