import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { type FileQuality, joinQuality } from '@/lib/engine';
import { copyRows } from '@/lib/server/database/copy-rows';
import type { Environment } from '@/lib/server/generated/prisma/client';
import type { JobControl } from '@/lib/server/jobs/job-control';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import { toldFilter } from './hash-filter';
import type { PlanTarget } from './plan-target';
import { STAGED_TABLES, type StagedChunk, type StagedShare, type StageTask } from './stage-rows';

/** Of the columns that are compared alone: to sample cells and values by the thousand costs more than it tells. */
const statistics = ({ rows, changes }: PlanTarget) => `ANALYZE staged (row, key_number, key_email, key_structure, structure_name, row_hash),
  ${rows} (institution_id, import_id, row, bucket), ${changes} (institution_id, import_id, round, row, part, kind, contact_id)`;

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
export type StagingTask = Omit<StageTask, 'share' | 'told'> & { total: number | null; environment: Environment; target: PlanTarget };

/**
 * Writes the rows of a file, read, mapped, cleaned and checked in threads: with their cells into the plan, together with what each does when it is
 * alone; with their keys into the temporary tables of staging. Throws what runInThread throws, and the refusals of the engine's readers by their code.
 */
export async function stageImport(
  client: pg.ClientBase,
  { isText, total, environment, target, ...task }: StagingTask,
  control: JobControl,
): Promise<StagedFile> {
  await createStagedTables(client);
  const told = (total ?? 0) < ROWS_A_FILTER ? null : await toldFilter(client, environment);
  const digests: string[] = [];
  let rows = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = async (chunk: StagedChunk) => {
    await writeStaged(client, target, chunk);
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
  await endStaging(client, target);
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

const COLUMNS = 'institution_id, import_id, row, part, kind, contact_id, structure_id, before, after, row_hash';
const GIVEN = 'unnest($1::int[], $2::text[], $3::int[], $4::text[], $5::bigint[]) AS g(row, part, structure_row, after, row_hash)';

const keepRows = ({ rows, institutionId, importId }: PlanTarget) => `
  INSERT INTO ${rows} (institution_id, import_id, row, cells, bucket)
  SELECT ${institutionId}, ${importId}, g.row, g.cells::text[], g.bucket::"Bucket" FROM unnest($1::int[], $2::text[], $3::text[]) AS g(row, cells, bucket)`;

const keepChanges = ({ changes, institutionId, importId }: PlanTarget) => `
  INSERT INTO ${changes} (${COLUMNS})
  SELECT ${institutionId}, ${importId}, g.row, g.part::"ContactKind", 'create', nextval('contact_id_seq'), NULL, '{}', g.after::json, g.row_hash FROM ${GIVEN}`;

/** Where a relay and its structure are made by one row, the relay has to know the id. */
const keepChangesWithRelays = ({ changes, institutionId, importId }: PlanTarget) => `
  WITH made AS MATERIALIZED (SELECT g.*, nextval('contact_id_seq') AS id FROM ${GIVEN})
  INSERT INTO ${changes} (${COLUMNS})
  SELECT ${institutionId}, ${importId}, m.row, m.part::"ContactKind", 'create', m.id, s.id, '{}', m.after::json, m.row_hash
  FROM made m LEFT JOIN made s ON s.row = m.structure_row AND s.part = 'structure'`;

/** Rows reach the plan as parameters, because COPY is refused on tables under row-level security. */
export async function writeStaged(client: pg.ClientBase, target: PlanTarget, chunk: Omit<StagedChunk, 'rows' | 'at' | 'digest'>): Promise<void> {
  const { staged, aloneIssue, planRows, planChanges } = chunk;
  await copyRows(client, 'staged', [staged]);
  await client.query(keepRows(target), [planRows.row, planRows.cells, planRows.bucket]);
  if (planChanges) {
    const { row, part, structureRow, after, rowHash, relays } = planChanges;
    await client.query((relays ? keepChangesWithRelays : keepChanges)(target), [row, part, structureRow, after, rowHash]);
  }
  if (aloneIssue.length > 0) await copyRows(client, 'alone_issue', [aloneIssue]);
}

/** To be called when all rows are staged. */
export async function endStaging(client: pg.ClientBase, target: PlanTarget): Promise<void> {
  await client.query('ALTER TABLE staged ADD PRIMARY KEY (row)');
  await client.query(statistics(target));
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
