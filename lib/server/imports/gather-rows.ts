import type pg from 'pg';
import { type CheckedRow, type Gathering, gather, LIMITS, startGathering } from '@/lib/engine';

const repeated = (column: string) => `${column} IN (SELECT ${column} FROM staged WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1)`;

/** Rows that share a key with another row of the file: only they can be merged, so that memory grows with those alone. */
const MARK = `
  CREATE TEMP TABLE sharing ON COMMIT DROP AS
  SELECT row FROM staged WHERE ${repeated('key_number')} OR ${repeated('key_email')} OR ${repeated('key_structure')}`;

const NEXT = 'SELECT s.row, s.checked FROM sharing JOIN staged s USING (row) WHERE row > $1 ORDER BY row LIMIT $2';

/** Finds the rows of `staged` that are about the contact of an earlier row. */
export async function gatherRows(client: pg.ClientBase): Promise<Gathering> {
  const gathering = startGathering();
  await client.query(MARK);
  await client.query('ALTER TABLE sharing ADD PRIMARY KEY (row)');
  await client.query('ANALYZE sharing');
  for (let last = -1; ; ) {
    const { rows } = await client.query<{ row: number; checked: string }>(NEXT, [last, LIMITS.chunkRows]);
    if (rows.length === 0) return gathering;
    gather(
      rows.map(({ checked }) => JSON.parse(checked) as CheckedRow),
      gathering,
    );
    last = rows.at(-1)?.row ?? last;
  }
}
