import type pg from 'pg';
import type { Applying, RowRange } from './apply-chunk';

/** Changes carried out in one transaction: enough to make its fixed cost small, few enough to stop soon and to lock few contacts. */
const CHUNK = 10_000;

const PLAN = 'institution_id = $1 AND import_id = $2';

const DONE = `
  SELECT min(row) AS lowest, max(row) AS highest, (SELECT max(row) FROM plan_change WHERE ${PLAN}) AS last FROM change_result WHERE ${PLAN}`;

interface Done {
  lowest: number | null;
  highest: number | null;
  /** null for a plan without changes. */
  last: number | null;
}

/** The other end of the next chunk; its changes stay together even where that makes the chunk one longer. */
const next = (end: 'min' | 'max', beyond: string) => `
  SELECT ${end}(row) AS row FROM (SELECT row FROM plan_change WHERE ${PLAN} AND kind <> 'unchanged' AND ${beyond} LIMIT ${CHUNK}) next`;

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
