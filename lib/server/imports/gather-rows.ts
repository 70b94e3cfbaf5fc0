import type pg from 'pg';
import { type Gathering, gather, LIMITS, startGathering } from '@/lib/engine';
import type { PlanTarget } from './plan-target';
import { type Recheck, STAGED_ROW, type StagedRow, stagedRows } from './recheck-rows';

const next = (target: PlanTarget) =>
  `SELECT ${STAGED_ROW} FROM shared h JOIN (${stagedRows(target)}) ON s.row = h.row WHERE h.row > $1 ORDER BY h.row LIMIT $2`;

/** Finds the rows of `staged` that are about the contact of an earlier row, among those that share a key: memory grows with these alone. */
export async function gatherRows(client: pg.ClientBase, target: PlanTarget, recheck: Recheck): Promise<Gathering> {
  const gathering = startGathering();
  await client.query('ALTER TABLE shared ADD PRIMARY KEY (row)');
  for (let last = -1; ; ) {
    const { rows } = await client.query<StagedRow>(next(target), [last, LIMITS.chunkRows]);
    if (rows.length === 0) return gathering;
    gather(recheck(rows), gathering);
    last = rows.at(-1)?.row ?? last;
  }
}
