import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { connection } from '@/lib/server/database/connection';

/**
 * Who works on what is said by advisory locks of database sessions: PostgreSQL gives them back in the moment a process or its
 * connection dies, so that no clock has to guess who is still alive. The first number of a lock says what kind it is.
 */
const KINDS = { import: 74_001, institution: 74_002, worker: 74_003 } as const;
type Kind = keyof typeof KINDS;

/** A session that holds a lock says something so often, which PostgreSQL notes: a process that is frozen keeps its sessions and says nothing. */
const SPEAK_MS = 3_000;

/** Seconds after which a session that says nothing belongs to a frozen process. */
const SILENT_SECONDS = 15;

export interface Lease {
  /** Aborted when the connection that holds the lease breaks. */
  lost: AbortSignal;
  /** Ends when whatever it holds is free for others. */
  release(): Promise<void>;
}

interface Held {
  kind: Kind;
  id: number;
}

/** A lease over a database session of its own, which ends with it. */
async function openSession(): Promise<{ client: pg.PoolClient; lease: Lease }> {
  const client = await connection().pool.connect();
  const lost = new AbortController();
  const speaking = setInterval(() => client.query('SELECT 1').catch(() => lost.abort()), SPEAK_MS);
  client.on('error', () => lost.abort());
  const release = async () => {
    clearInterval(speaking);
    // A session that ends gives its locks back too, but a moment later.
    await client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  };
  return { client, lease: { lost: lost.signal, release } };
}

/** Takes all of `wanted` or nothing: null when another session holds one of them. */
export async function takeLease(wanted: Held[]): Promise<Lease | null> {
  const { client, lease } = await openSession();
  let taken = false;
  try {
    taken = await tryLocks(client, wanted);
  } finally {
    if (!taken) await lease.release();
  }
  return taken ? lease : null;
}

async function tryLocks(client: pg.PoolClient, wanted: Held[]): Promise<boolean> {
  for (const { kind, id } of wanted) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1::int, $2::int) AS taken', [KINDS[kind], id]);
    if (!rows[0]?.taken) return false;
  }
  return true;
}

/** Says that this process handles jobs, for as long as the lease is kept. Any number of workers may say so. */
export async function announceWorker(): Promise<Lease> {
  const { client, lease } = await openSession();
  await client.query('SELECT pg_advisory_lock_shared($1::int, 0)', [KINDS.worker]);
  return lease;
}

const OURS = `l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

const isOf = (kind: Kind, idSql: string) => `${OURS} AND l.classid = ${KINDS[kind]} AND l.objid = (${idSql})::int::oid`;

/** SQL that is true where a session holds the lock of `kind` with the id that `idSql` gives. */
export const heldSql = (kind: Kind, idSql: string) => `EXISTS (SELECT FROM pg_locks l WHERE ${isOf(kind, idSql)})`;

const SPEAKS = `a.state_change > clock_timestamp() - interval '${SILENT_SECONDS} seconds'`;

/** The same, of a session whose process answers. */
export const answeringSql = (kind: Kind, idSql: string) =>
  `EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE ${isOf(kind, idSql)} AND ${SPEAKS})`;

/** SQL for the number of imports that somebody has in hand. */
export const IMPORTS_IN_HAND = `(SELECT count(*)::int FROM pg_locks l WHERE ${OURS} AND l.classid = ${KINDS.import})`;

const WORKERS = `(SELECT count(*)::int FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE ${isOf('worker', '0')} AND ${SPEAKS})`;

/** How many workers answer; those that are dead or frozen do not. */
export async function countWorkers(): Promise<number> {
  const { rows } = await connection().pool.query<{ workers: number }>(`SELECT ${WORKERS} AS workers`);
  return rows[0]?.workers ?? 0;
}

const SILENT = `
  SELECT DISTINCT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
  WHERE ${OURS} AND l.classid IN (${Object.values(KINDS).join(', ')}) AND NOT ${SPEAKS}`;

const CUT_OFF = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND usename = current_user AND application_name = ANY($1) AND application_name IN (${SILENT})`;

/** Milliseconds in which a machine that was asleep as a whole lets all its processes speak again. */
const AWAKE_MS = 1_000;

/**
 * Ends every database session of processes that hold a lock and no longer answer. What they had under way is rolled back and their locks are
 * free; when such a process wakes up it finds all its connections broken and can finish nothing that it had begun.
 */
export async function cutOffSilent(): Promise<void> {
  const { rows } = await connection().pool.query<{ name: string }>(SILENT);
  if (rows.length === 0) return;
  await wait(AWAKE_MS);
  await connection().pool.query(CUT_OFF, [rows.map(({ name }) => name)]);
}
