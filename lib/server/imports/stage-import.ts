import { PassThrough } from 'node:stream';
import type pg from 'pg';
import { copyRows } from '@/lib/server/database/copy-rows';
import type { JobControl } from '@/lib/server/jobs/job-control';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import { STAGED_COLUMNS, type StagedChunk, type StageTask } from './stage-rows';

/**
 * Fills the temporary table `staged` with the rows of a file, read, mapped, cleaned and checked in a thread. Gives their number.
 * Throws what runInThread throws, and the refusals of the engine's readers by their code.
 */
export async function stageImport(client: pg.ClientBase, task: StageTask, total: number | null, control: JobControl): Promise<number> {
  await client.query(`CREATE TEMP TABLE staged (${STAGED_COLUMNS}) ON COMMIT DROP`);
  const lines = new PassThrough({ objectMode: true, highWaterMark: 2 });
  const copied = copyRows(client, 'staged', lines);
  // A failed COPY ends the thread too: writing into a destroyed stream would wait for ever.
  const broken = new AbortController();
  copied.catch((error) => broken.abort(error));
  let rows = 0;
  const onMessage = async (chunk: StagedChunk) => {
    rows += chunk.rows;
    if (!lines.write(chunk.copy)) await new Promise<void>((resolve) => lines.once('drain', resolve).once('close', resolve));
    await control.report({ stage: 'staging', done: rows, total });
  };
  try {
    await runInThread<null, StagedChunk>('stage', task, { onMessage, signal: AbortSignal.any([control.signal, broken.signal]) });
    lines.end();
  } catch (error) {
    lines.destroy(error as Error);
    await copied.catch(() => undefined);
    throw error;
  }
  await copied;
  await client.query('ALTER TABLE staged ADD PRIMARY KEY (row)');
  await client.query('ANALYZE staged (row, key_number, key_email, key_structure, structure_name)');
  return rows;
}
