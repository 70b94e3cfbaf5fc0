import { jobs } from './index';
import { heldSql } from './lease';
import { QUEUE_SCHEMA } from './prepare-queue';
import { QUEUE_NAMES } from './queues';

/**
 * How long a job may be overtaken: a millisecond a row of its file. So a small file never waits for a large one that came shortly before, and
 * a large one waits a bounded time whatever else comes. A file that is not read yet counts as small: somebody looks at the page.
 */
const MS_A_ROW = 1;

const names = (all: readonly string[]) => all.map((name) => `'${name}'`).join(', ');
const ALONE = names(QUEUE_NAMES.filter((name) => jobs[name].oneAtATime));

/**
 * SQL for the jobs that wait, by the scope `system`: name, id, institution, import, whether they need the institution for themselves, rows of
 * the file, since when they wait, and when they are due: of an institution's jobs the one that is due first comes first.
 */
export const WAITING = `
  SELECT w.*, w.came + w.rows * ${MS_A_ROW} * interval '1 millisecond' AS due FROM (
    SELECT j.name, j.id, (j.data->>'institutionId')::int AS institution, (j.data->>'importId')::int AS import, j.name IN (${ALONE}) AS alone,
      coalesce((i.counts->>'rows')::int, (i.profile->0->>'rows')::int, 0) AS rows, j.created_on AS came, greatest(j.created_on, j.start_after) AS since
    FROM ${QUEUE_SCHEMA}.job j LEFT JOIN import i ON i.id = (j.data->>'importId')::int
    WHERE j.name IN (${names(QUEUE_NAMES)}) AND j.state < 'active') w`;

/** True of a waiting job `w` that could begin now: nobody has its import in hand nor, where it needs that, its institution. */
export const CAN_BEGIN = `
  w.since <= now() AND NOT ${heldSql('import', 'w.import')} AND NOT (w.alone AND ${heldSql('institution', 'w.institution')})`;
