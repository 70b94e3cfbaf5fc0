import type pg from 'pg';
import { inScopeSql, type Scope } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import type { JobControl } from '@/lib/server/jobs/job-control';
import { type Applying, applyChunk } from './apply-chunk';
import { refusedOrThrown } from './apply-in-parts';
import { halveChunk } from './halve-chunk';
import { moveNumberSequence } from './move-number-sequence';
import { OF_ROUND } from './next-range';
import { readyDefinitions } from './ready-definitions';
import { clearReports, conflictingRows, type RowReport, reportRows } from './report-rows';

/** Rows carried out between two looks at whether to go on. */
const CHUNK = 10_000;

/** What keeps an import that is all or nothing from being carried out. Thrown to take back what was done so far. */
class Spoiled extends Error {
  constructor(
    readonly refused: readonly RowReport[],
    readonly conflicts: readonly number[],
  ) {
    super('not every row could be carried out');
  }
}

/** Tables of a chunk, which else would be there until the end of the transaction. */
const FORGET = 'DROP TABLE IF EXISTS creating, conflicting, writing, removing, moved_email, new_address';

const STATISTICS = 'ANALYZE contact, contact_address, contact_means, contact_authorizations, contact_criterion, change_result';

const isPowerOfTwo = (count: number) => (count & (count - 1)) === 0;

/**
 * Carries out all changes of an import and `finish` in one transaction. Where a row cannot be stored or meets a contact that changed, nothing
 * is written but what those rows met; all of them are looked for. Throws `nothing-written` then.
 */
export async function applyTogether<T>(
  scope: Scope,
  applying: Applying,
  total: number,
  control: JobControl,
  finish: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  try {
    return await inScopeSql(scope, async (client) => {
      await readyDefinitions(client, applying);
      await moveNumberSequence(client, applying);
      const refused = await applyChunks(client, { ...applying, numbersMoved: true }, total, control);
      const conflicts = await conflictingRows(client, applying);
      if (refused.length + conflicts.length > 0) throw new Spoiled(refused, conflicts);
      // Only now: it holds the import, whose progress was told meanwhile.
      await control.claim(client);
      return finish(client);
    });
  } catch (error) {
    if (!(error instanceof Spoiled)) throw error;
    await inScopeSql(scope, (client) => report(client, applying, error));
    throw new AppError('nothing-written', { refused: error.refused.length, conflicts: error.conflicts.length }, 409);
  }
}

async function applyChunks(client: pg.ClientBase, applying: Applying, total: number, control: JobControl): Promise<RowReport[]> {
  const refused: RowReport[] = [];
  for (let after = -1, chunks = 1; ; chunks++) {
    await control.checkpoint();
    const rows = await rowsAfter(client, applying, after);
    if (rows.length === 0) return refused;
    if (await tried(client, applying, rows)) {
      await halveChunk(rows, {
        together: (part) => tried(client, applying, part),
        async setAside(row, reason) {
          refused.push({ row, params: { reason } });
          applying.hasGaps = true;
        },
      });
    }
    if (isPowerOfTwo(chunks)) await client.query(STATISTICS);
    after = rows.at(-1) as number;
    await control.report({ stage: 'applying', done: Math.min(after, total), total });
  }
}

const ROWS_AFTER = `
  SELECT DISTINCT row FROM (
    SELECT row FROM plan_change WHERE institution_id = $1 AND import_id = $2 AND kind <> 'unchanged' AND ${OF_ROUND} AND row > $3
    ORDER BY row LIMIT ${CHUNK}) next ORDER BY row`;

/** The next rows that the plan changes something by. */
const rowsAfter = async (client: pg.ClientBase, { institutionId, importId }: Applying, after: number): Promise<number[]> =>
  (await client.query<{ row: number }>(ROWS_AFTER, [institutionId, importId, after])).rows.map(({ row }) => row);

/** Carries out rows and gives null, or does nothing and gives why not. */
async function tried(client: pg.ClientBase, applying: Applying, rows: readonly number[]): Promise<string | null> {
  await client.query('SAVEPOINT trial');
  try {
    await applyChunk(client, applying, { after: (rows[0] as number) - 1, upTo: rows.at(-1) as number });
    await client.query(FORGET);
    await client.query('RELEASE SAVEPOINT trial');
    return null;
  } catch (error) {
    const reason = refusedOrThrown(error);
    await client.query('ROLLBACK TO SAVEPOINT trial');
    return reason;
  }
}

async function report(client: pg.ClientBase, applying: Applying, { refused, conflicts }: Spoiled): Promise<void> {
  for (const code of ['row-not-stored', 'contact-changed'] as const) await clearReports(client, applying, code);
  await reportRows(client, applying, 'row-not-stored', refused);
  await reportRows(
    client,
    applying,
    'contact-changed',
    conflicts.map((row) => ({ row, params: {} })),
  );
}
