import type pg from 'pg';
import { inScopeSql } from '@/lib/server/database/scope';
import type { ImportJob } from '@/lib/server/jobs/queues';

/** Rows whose values one transaction takes away: few enough to be stopped soon. */
const CHUNK = 10_000;

const OF = 'institution_id = $1 AND import_id = $2';
const IN_CHUNK = `${OF} AND row > $3 AND row <= $4`;

const NEXT_END = `
  SELECT max(row) AS row, count(*)::int AS rows FROM (SELECT row FROM import_row WHERE ${OF} AND row > $3 ORDER BY row LIMIT ${CHUNK}) next`;

/** By what the fields that a change set are still known: their names, with nothing in them. */
const NAMES = `(SELECT coalesce(json_object_agg(k.field, NULL), '{}') FROM json_object_keys(c.after) k(field))`;

/** Each may be repeated: what is gone already is left alone. */
const PURGE = [
  `UPDATE import_row SET cells = '{}' WHERE ${IN_CHUNK} AND cells <> '{}'`,
  `UPDATE plan_change c SET before = '{}', after = ${NAMES}, row_hash = NULL WHERE ${IN_CHUNK} AND after::text <> '{}'`,
  `DELETE FROM import_issue WHERE ${IN_CHUNK}`,
];

/** Issues of the file as a whole, which have no row, whatever lies outside of the rows, and what was defined: nobody undoes it any more. */
const PURGE_REST = [`DELETE FROM import_issue WHERE ${OF}`, `DELETE FROM import_definition WHERE ${OF}`];

/** Takes away the values of an import's rows, chunk by chunk. Gives how many rows it has; null when `signal` stopped it before the end. */
export async function purgeRows({ institutionId, importId }: ImportJob, signal: AbortSignal): Promise<number | null> {
  const scope = { kind: 'institution', institutionId } as const;
  const ids = [institutionId, importId];
  let total = 0;
  for (let last = -1; ; ) {
    if (signal.aborted) return null;
    const end = await inScopeSql(scope, async (client) => {
      const { rows } = await client.query<{ row: number | null; rows: number }>(NEXT_END, [...ids, last]);
      const [next] = rows;
      if (next && next.row !== null) await purgeChunk(client, [...ids, last, next.row]);
      else for (const sql of PURGE_REST) await client.query(sql, ids);
      return next;
    });
    if (!end || end.row === null) return total;
    total += end.rows;
    last = end.row;
  }
}

async function purgeChunk(client: pg.ClientBase, chunk: readonly number[]): Promise<void> {
  for (const sql of PURGE) await client.query(sql, [...chunk]);
}
