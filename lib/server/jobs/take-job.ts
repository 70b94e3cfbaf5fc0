import { inScopeSql } from '@/lib/server/database/scope';
import { QUEUE_SCHEMA } from './prepare-queue';
import type { QueueName } from './queues';
import { CAN_BEGIN, WAITING } from './waiting';

/** A job as taken from its queue. */
export interface TakenJob {
  name: QueueName;
  id: string;
  data: unknown;
  /** How many times it was begun before. */
  retryCount: number;
  retryLimit: number;
  /** When it is due: what is due before comes before (see waiting.ts). */
  due: Date;
}

/** Which institutions a worker served, the last one last. */
export type Turns = number[];

interface Options {
  turns: Turns;
  /** Takes only what has that many rows at most; null: anything. */
  maxRows: number | null;
}

const TAKE = `
  WITH waiting AS MATERIALIZED (${WAITING}),
  next AS (
    SELECT w.name, w.id, w.institution, w.due FROM waiting w JOIN ${QUEUE_SCHEMA}.job j USING (name, id)
    WHERE j.state < 'active' AND ($2::int IS NULL OR w.rows <= $2) AND ${CAN_BEGIN}
    ORDER BY array_position($1::int[], w.institution) NULLS FIRST, w.due, w.id LIMIT 1 FOR UPDATE OF j SKIP LOCKED)
  UPDATE ${QUEUE_SCHEMA}.job j
  SET state = 'active', started_on = now(), retry_count = CASE WHEN j.started_on IS NULL THEN j.retry_count ELSE j.retry_count + 1 END
  FROM next n WHERE j.name = n.name AND j.id = n.id
  RETURNING j.name, j.id, j.data, j.retry_count AS "retryCount", j.retry_limit AS "retryLimit", n.institution, n.due`;

/**
 * Takes the job that comes next, in place of the queue's own order: institutions take turns, and of one institution's jobs the one that is due
 * first. null when nothing can begin. Notes in `turns` whose turn it was.
 */
export async function takeJob({ turns, maxRows }: Options): Promise<TakenJob | null> {
  const { rows } = await inScopeSql({ kind: 'system' }, (client) => client.query<TakenJob & { institution: number }>(TAKE, [turns, maxRows]));
  if (!rows[0]) return null;
  const { institution, ...job } = rows[0];
  const before = turns.indexOf(institution);
  if (before >= 0) turns.splice(before, 1);
  turns.push(institution);
  return job;
}
