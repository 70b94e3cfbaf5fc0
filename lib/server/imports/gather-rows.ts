import type pg from 'pg';
import { type Gathering, gather, LIMITS, startGathering } from '@/lib/engine';
import { type Recheck, STAGED_ROW, type StagedRow } from './recheck-rows';

const NEXT = `SELECT ${STAGED_ROW} FROM shared JOIN staged s USING (row) WHERE row > $1 ORDER BY row LIMIT $2`;

/** Finds the rows of `staged` that are about the contact of an earlier row, among those that share a key: memory grows with these alone. */
export async function gatherRows(client: pg.ClientBase, recheck: Recheck): Promise<Gathering> {
  const gathering = startGathering();
  await client.query('ALTER TABLE shared ADD PRIMARY KEY (row)');
  for (let last = -1; ; ) {
    const { rows } = await client.query<StagedRow>(NEXT, [last, LIMITS.chunkRows]);
    if (rows.length === 0) return gathering;
    gather(recheck(rows), gathering);
    last = rows.at(-1)?.row ?? last;
  }
}
