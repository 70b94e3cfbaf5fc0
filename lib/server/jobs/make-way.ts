import { inScopeSql } from '@/lib/server/database/scope';
import { CAN_BEGIN, WAITING } from './waiting';

/** Seconds after which a job that could begin is waiting for a worker: a free one would have taken it. */
const NOT_TAKEN_SECONDS = 1;

/** Milliseconds after which a job makes way for one of another institution that is not due before it. */
const TURN_MS = 10_000;

const SHOULD = `
  WITH waiting AS MATERIALIZED (${WAITING})
  SELECT EXISTS (
    SELECT FROM waiting w WHERE w.institution = $1 AND w.alone AND w.due < $2 AND w.since <= now()
    UNION ALL
    SELECT FROM waiting w WHERE (w.due < $2 OR $3 AND w.institution <> $1)
      AND w.since < now() - interval '${NOT_TAKEN_SECONDS} seconds' AND ${CAN_BEGIN}) AS should`;

interface Running {
  institutionId: number;
  due: Date;
  /** Milliseconds, of the clock of Date.now(). */
  since: number;
}

/**
 * Whether a running job should let others go first: those of its institution, which wait for it alone, when they are due before it; those that
 * no worker is free for when they are due before it or, after a turn of ten seconds, are another institution's.
 */
export async function shouldMakeWay({ institutionId, due, since }: Running): Promise<boolean> {
  const hadItsTurn = Date.now() - since >= TURN_MS;
  const { rows } = await inScopeSql({ kind: 'system' }, (client) => client.query<{ should: boolean }>(SHOULD, [institutionId, due, hadItsTurn]));
  return rows[0]?.should === true;
}
