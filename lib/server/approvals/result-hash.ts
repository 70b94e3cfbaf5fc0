import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { ImportJob } from '@/lib/server/jobs/queues';

/** Changes read at a time. */
const PAGE = 10_000;

interface Line {
  row: number;
  part: string;
  text: string;
}

const LINES = `
  SELECT d.row, d.part, concat_ws(';', d.row, d.part, p.operation, d.outcome) AS text
  FROM change_result d JOIN plan_change p USING (institution_id, import_id, row, part)
  WHERE d.institution_id = $1 AND d.import_id = $2 AND (d.row, d.part) > ($3, $4::"ContactKind") ORDER BY d.row, d.part LIMIT ${PAGE}`;

/** Before the first row, which is 1 at least. */
const BEFORE: Pick<Line, 'row' | 'part'> = { row: 0, part: 'individual' };

/**
 * The identity of what came of an import, as SHA-256 in hex over a line for each change: row, part, operation and outcome. None of it goes when
 * values are taken away later, so that it can be worked out again.
 */
export async function resultHash(client: pg.ClientBase, { institutionId, importId }: ImportJob): Promise<string> {
  const hash = createHash('sha256');
  for (let last = BEFORE, more = true; more; ) {
    const { rows } = await client.query<Line>(LINES, [institutionId, importId, last.row, last.part]);
    for (const { text } of rows) hash.update(`${text}\n`);
    last = rows.at(-1) ?? last;
    more = rows.length === PAGE;
  }
  return hash.digest('hex');
}
