import type pg from 'pg';
import type { RowRange } from './apply-chunk';

/** Changes carried out in one transaction: enough to make its fixed cost small, few enough to stop soon and to lock few contacts. */
const CHUNK = 10_000;

const PLAN = 'institution_id = $1 AND import_id = $2';

/** Changes of the round that the import is in: those of earlier ones have been carried out. */
export const OF_ROUND = 'round = (SELECT i.round FROM import i WHERE i.id = $2)';

/** The last row of the round that has results; null where none has. From behind, so that it is found at once where all rows are of one round. */
const LAST_ROW_DONE = `(
  SELECT d.row FROM change_result d WHERE d.institution_id = $1 AND d.import_id = $2 AND EXISTS (
    SELECT FROM plan_change p WHERE p.institution_id = $1 AND p.import_id = $2 AND p.row = d.row AND p.${OF_ROUND})
  ORDER BY d.row DESC LIMIT 1)`;

/** A row's changes stay together even where that makes the chunk one longer. */
const next = (condition: string, order: string) =>
  `SELECT row FROM plan_change WHERE ${PLAN} AND kind <> 'unchanged' AND ${OF_ROUND} AND ${condition} ORDER BY row ${order} LIMIT ${CHUNK}`;

const FORWARDS = `
  SELECT d.row AS after, n.row AS "upTo", n.row AS done
  FROM (SELECT coalesce(${LAST_ROW_DONE}, -1) AS row) d, LATERAL (SELECT max(row) AS row FROM (${next('row > d.row', 'ASC')}) n) n`;

const BACKWARDS = `
  SELECT n.row - 1 AS after, coalesce(d.row - 1, l.row) AS "upTo", l.row - n.row AS done
  FROM (SELECT min(row) AS row FROM change_result WHERE ${PLAN}) d, (SELECT max(row) AS row FROM plan_change WHERE ${PLAN}) l,
    LATERAL (SELECT min(row) AS row FROM (${next('row < coalesce(d.row, l.row + 1)', 'DESC')}) n) n`;

const REMOVES = `SELECT EXISTS (SELECT FROM plan_change WHERE ${PLAN} AND kind = 'remove') AS removes`;

/** Rows to be carried out, and about how many are behind once they are: for the person who waits. */
interface NextRange extends RowRange {
  done: number;
  /** The order in which rows are carried out, should they be so one by one. */
  isBackwards: boolean;
}

/**
 * The rows to be carried out next, after those that have results; null when all have. A plan that removes goes from its end to its beginning,
 * so that a structure is still there as long as it has relays, whenever the work is interrupted.
 */
export async function nextRange(client: pg.ClientBase, ids: readonly [institutionId: number, importId: number]): Promise<NextRange | null> {
  const { rows: plan } = await client.query<{ removes: boolean }>(REMOVES, [...ids]);
  const isBackwards = plan[0]?.removes === true;
  const { rows } = await client.query<{ [Key in 'after' | 'upTo' | 'done']: number | null }>(isBackwards ? BACKWARDS : FORWARDS, [...ids]);
  const { after = null, upTo = null, done = null } = rows[0] ?? {};
  return after === null || upTo === null || done === null ? null : { after, upTo, done, isBackwards };
}
