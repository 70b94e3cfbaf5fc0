import type pg from 'pg';
import { connection } from '@/lib/server/database/connection';

/**
 * Who works on what is said by advisory locks of database sessions: PostgreSQL gives them back in the moment a process or its
 * connection dies, so that no clock has to guess who is still alive. The first number of a lock says what kind it is.
 */
const KINDS = { import: 74_001, institution: 74_002, worker: 74_003 } as const;
type Kind = keyof typeof KINDS;

export interface Lease {
  /** Aborted when the connection that holds the lease breaks. */
  lost: AbortSignal;
  release(): void;
}

interface Held {
  kind: Kind;
  id: number;
}

/** A lease over a database session of its own. Releasing ends the session: whatever it holds is free, also while a query runs on it. */
async function openSession(): Promise<{ client: pg.PoolClient; lease: Lease }> {
  const client = await connection().pool.connect();
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  return { client, lease: { lost: lost.signal, release: () => client.release(true) } };
}

/** Takes all of `wanted` or nothing: null when another session holds one of them. */
export async function takeLease(wanted: Held[]): Promise<Lease | null> {
  const { client, lease } = await openSession();
  let taken = false;
  try {
    taken = await tryLocks(client, wanted);
  } finally {
    if (!taken) lease.release();
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

/** SQL that is true where a session holds the lock of `kind` with the id that `idSql` gives. */
export const heldSql = (kind: Kind, idSql: string) =>
  `EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ${KINDS[kind]}
     AND l.objid = (${idSql})::int::oid AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

/** True while at least one worker lives. */
export async function isWorkerAlive(): Promise<boolean> {
  const { rows } = await connection().pool.query<{ alive: boolean }>(`SELECT ${heldSql('worker', '0')} AS alive`);
  return rows[0]?.alive === true;
}
