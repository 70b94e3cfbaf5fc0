import { inScopeSql } from '@/lib/server/database/scope';
import { answeringSql, countWorkers, heldSql, IMPORTS_IN_HAND } from './lease';
import { QUEUE_SCHEMA } from './prepare-queue';
import { WAITING } from './waiting';

/** How it stands with the work on an import that is under way. */
export interface WorkStatus {
  /**
   * waiting: its job is in the queue. working: a worker has it in hand. lost: the worker that had it is dead or frozen; another takes it over
   * within half a minute.
   */
  hand: 'waiting' | 'working' | 'lost';
  /** Imports that come before it, those in work among them; null unless it waits. */
  before: number | null;
  /** Workers that answer, for any import. Without one everything waits. */
  workers: number;
}

/** Seconds in which a job that was just taken may not be held yet, or one that has just ended not be followed by the next. */
const MOMENT_SECONDS = 3;

/** Institutions take turns: who has the second place of its institution lets pass the first and second of others that are due before. */
const STATUS = `
  WITH waiting AS MATERIALIZED (
    SELECT w.*, row_number() OVER (PARTITION BY w.institution ORDER BY w.due, w.id) AS turn FROM (${WAITING}) w)
  SELECT ${heldSql('import', '$1')} AS held, ${answeringSql('import', '$1')} AS answers,
    greatest(i.updated_at, (SELECT max(j.started_on) FROM ${QUEUE_SCHEMA}.job j WHERE j.state = 'active' AND (j.data->>'importId')::int = $1))
      > now() - interval '${MOMENT_SECONDS} seconds' AS fresh,
    (SELECT ${IMPORTS_IN_HAND} + (SELECT count(*)::int FROM waiting o WHERE (o.turn, o.due, o.id) < (mine.turn, mine.due, mine.id))
     FROM waiting mine WHERE mine.import = $1 ORDER BY mine.due LIMIT 1) AS before
  FROM import i WHERE i.id = $1`;

interface Found {
  held: boolean;
  answers: boolean;
  fresh: boolean;
  before: number | null;
}

function handOf({ held, answers, fresh, before }: Found): WorkStatus['hand'] {
  if (held) return answers ? 'working' : 'lost';
  if (before !== null) return 'waiting';
  return fresh ? 'working' : 'lost';
}

/** How it stands with an import that a worker should have in hand. Tells nothing of others but how many they are. */
export async function workStatus(importId: number): Promise<WorkStatus> {
  const { rows } = await inScopeSql({ kind: 'system' }, (client) => client.query<Found>(STATUS, [importId]));
  const found = rows[0] ?? { held: false, answers: false, fresh: true, before: null };
  const hand = handOf(found);
  return { hand, before: hand === 'waiting' ? found.before : null, workers: await countWorkers() };
}
