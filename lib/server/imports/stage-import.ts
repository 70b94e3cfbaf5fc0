import type pg from 'pg';
import { copyRows } from '@/lib/server/database/copy-rows';
import type { JobControl } from '@/lib/server/jobs/job-control';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import { STAGED_TABLES, type StagedChunk, type StagedFile, type StageTask } from './stage-rows';

/** Temporary tables under way to disk are written in pieces of this size; it counts for this transaction alone. */
const BUFFERS = `SELECT set_config('temp_buffers', '64MB', true)`;

const STATISTICS = 'ANALYZE staged (row, key_number, key_email, key_structure, structure_name, row_hash)';

/**
 * Fills the temporary tables `staged`, `alone_change` and `alone_issue` with the rows of a file, read, mapped, cleaned and checked in a thread.
 * Gives their number and what the thread says of the whole file. Throws what runInThread throws, and the refusals of the engine's readers by
 * their code.
 */
export async function stageImport(
  client: pg.ClientBase,
  task: StageTask,
  total: number | null,
  control: JobControl,
): Promise<StagedFile & { rows: number }> {
  await client.query(BUFFERS).catch(() => undefined);
  for (const [table, columns] of Object.entries(STAGED_TABLES)) await client.query(`CREATE TEMP TABLE ${table} (${columns}) ON COMMIT DROP`);
  let rows = 0;
  const onMessage = async (chunk: StagedChunk) => {
    await copyRows(client, 'staged', [chunk.staged]);
    if (chunk.aloneChange.length > 0) await copyRows(client, 'alone_change (row, part, structure_row, after, row_hash)', [chunk.aloneChange]);
    if (chunk.aloneIssue.length > 0) await copyRows(client, 'alone_issue', [chunk.aloneIssue]);
    rows += chunk.rows;
    await control.report({ stage: 'staging', done: rows, total });
  };
  const file = await runInThread<StagedFile, StagedChunk>('stage', task, { onMessage, signal: control.signal });
  await client.query('ALTER TABLE staged ADD PRIMARY KEY (row)');
  await client.query(STATISTICS);
  return { ...file, rows };
}
