import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { type FileQuality, joinQuality } from '@/lib/engine';
import { copyRows } from '@/lib/server/database/copy-rows';
import type { Environment } from '@/lib/server/generated/prisma/client';
import type { JobControl } from '@/lib/server/jobs/job-control';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import { toldFilter } from './hash-filter';
import { STAGED_TABLES, type StagedChunk, type StagedShare, type StageTask } from './stage-rows';

const STATISTICS = 'ANALYZE staged (row, key_number, key_email, key_structure, structure_name, row_hash)';

/** More would wait for the one connection that takes what they make. */
const THREADS = 4;
/** Below so many rows a thread costs more than it brings. */
const ROWS_A_THREAD = 10_000;

/** Below so many rows it costs more to ask what contacts were told than to compare. */
const ROWS_A_FILTER = 10_000;

/** A book is held in memory as a whole: several threads would hold it several times. */
const threadsFor = (total: number | null, isText: boolean): number =>
  isText ? Math.max(1, Math.min(THREADS, availableParallelism(), Math.ceil((total ?? 0) / ROWS_A_THREAD))) : 1;

/** What is known of a file once all of it is staged. */
export interface StagedFile {
  rows: number;
  /** A text that stands for all that its rows would do if each were alone. */
  digest: string;
  /** The fields and criteria that they touch. */
  keys: string[];
  quality: FileQuality;
}

/** A file to stage: and how many rows it is said to have. */
export type StagingTask = Omit<StageTask, 'share' | 'told'> & { total: number | null; environment: Environment };

/**
 * Fills the temporary tables `staged`, `alone_change` and `alone_issue` with the rows of a file, read, mapped, cleaned and checked in threads.
 * Throws what runInThread throws, and the refusals of the engine's readers by their code.
 */
export async function stageImport(
  client: pg.ClientBase,
  { isText, total, environment, ...task }: StagingTask,
  control: JobControl,
): Promise<StagedFile> {
  await createStagedTables(client);
  const told = (total ?? 0) < ROWS_A_FILTER ? null : await toldFilter(client, environment);
  const digests: string[] = [];
  let rows = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = async (chunk: StagedChunk) => {
    await copyStaged(client, chunk);
    digests[chunk.at] = chunk.digest;
    rows += chunk.rows;
    await control.report({ stage: 'staging', done: rows, total });
  };
  // One connection takes one COPY at a time.
  const onMessage = (chunk: StagedChunk) => {
    writing = writing.then(() => write(chunk));
    return writing;
  };
  const shares = await inThreads(threadsFor(total, isText), control.signal, (share, signal) =>
    runInThread<StagedShare, StagedChunk>('stage', { ...task, isText, told, share } satisfies StageTask, { onMessage, signal }),
  );
  await endStaging(client);
  return {
    rows,
    digest: digests.join(''),
    keys: [...new Set(shares.flatMap(({ keys }) => keys))],
    quality: joinQuality(shares.map(({ quality }) => quality)),
  };
}

export async function createStagedTables(client: pg.ClientBase): Promise<void> {
  for (const [table, columns] of Object.entries(STAGED_TABLES)) await client.query(`CREATE TEMP TABLE ${table} (${columns}) ON COMMIT DROP`);
}

export async function copyStaged(client: pg.ClientBase, chunk: Pick<StagedChunk, 'staged' | 'aloneChange' | 'aloneIssue'>): Promise<void> {
  await copyRows(client, 'staged', [chunk.staged]);
  if (chunk.aloneChange.length > 0) await copyRows(client, 'alone_change (row, part, structure_row, after, row_hash)', [chunk.aloneChange]);
  if (chunk.aloneIssue.length > 0) await copyRows(client, 'alone_issue', [chunk.aloneIssue]);
}

/** To be called when all rows are staged. */
export async function endStaging(client: pg.ClientBase): Promise<void> {
  await client.query('ALTER TABLE staged ADD PRIMARY KEY (row)');
  await client.query(STATISTICS);
}

/** Runs a task in `count` threads; the first that fails ends the others, and nothing of them goes on when this has ended. */
async function inThreads<T>(count: number, signal: AbortSignal, run: (share: StageTask['share'], signal: AbortSignal) => Promise<T>): Promise<T[]> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const runs = Array.from({ length: count }, (_, index) => run({ index, of: count }, either));
  for (const each of runs) each.catch((error) => failed.abort(error));
  const ended = await Promise.allSettled(runs);
  if (failed.signal.aborted) throw failed.signal.reason;
  return ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
