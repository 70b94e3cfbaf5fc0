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

/** Takes all of `wanted` or nothing: null when another session holds one of them. */
export async function takeLease(wanted: Held[]): Promise<Lease | null> {
  const client = await connection().pool.connect();
  const lost = new AbortController();
  const release = () => {
    client.removeAllListeners('error');
    // The session itself is ended: whatever it holds is free, also when a query still runs on it.
    client.release(true);
  };
  client.on('error', () => lost.abort());
  for (const { kind, id } of wanted) {
    if (!(await tryLock(client, kind, id))) {
      release();
      return null;
    }
  }
  return { lost: lost.signal, release };
}

async function tryLock(client: pg.PoolClient, kind: Kind, id: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1::int, $2::int) AS taken', [KINDS[kind], id]);
  return rows[0]?.taken === true;
}

/** Says that this process handles jobs, for as long as the lease is kept. Any number of workers may say so. */
export async function announceWorker(): Promise<Lease> {
  const client = await connection().pool.connect();
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  await client.query('SELECT pg_advisory_lock_shared($1::int, 0)', [KINDS.worker]);
  return {
    lost: lost.signal,
    release: () => {
      client.removeAllListeners('error');
      client.release(true);
    },
  };
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
