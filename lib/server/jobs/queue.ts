import type pg from 'pg';
import PgBoss from 'pg-boss';
import { connection } from '@/lib/server/database/connection';
import type { Db } from '@/lib/server/database/scope';
import { QUEUE_SCHEMA } from './prepare-queue';
import { type ImportJob, QUEUES, type QueueName } from './queues';

/** Where a statement of the queue runs: the pool, or the transaction of a use case. */
type Via = Db | pg.ClientBase | pg.Pool;

// Prisma refuses undefined and objects among raw parameters; PostgreSQL takes JSON as text.
const plain = (value: unknown) => {
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : value;
};

const executor = (via: () => Via): PgBoss.Db => ({
  async executeSql(text, values = []) {
    const target = via();
    const params = values.map(plain);
    if ('$queryRawUnsafe' in target) return { rows: await target.$queryRawUnsafe<unknown[]>(text, ...params) };
    return target.query(text, params);
  },
});

let instance: PgBoss | undefined;

/** The queue over this process's pool. It is never started: workers fetch by themselves, and its tables are made by the owner. */
export function queue(): PgBoss {
  instance ??= new PgBoss({ db: executor(() => connection().pool), schema: QUEUE_SCHEMA, migrate: false, supervise: false, schedule: false });
  return instance;
}

interface EnqueueOptions {
  /** The transaction of the change that asks for the job, so that both are one commit. */
  db?: Db | pg.ClientBase;
}

/** Puts a job into its queue. Throws when the payload is not what the queue carries. */
export async function enqueue(name: QueueName, payload: ImportJob, { db }: EnqueueOptions = {}): Promise<void> {
  const data = QUEUES[name].schema.parse(payload);
  await queue().send(name, data, { ...(db && { db: executor(() => db) }) });
}

/**
 * Puts a fetched job back, to be offered again after so many seconds. It keeps its place, and this fetch does not count as a try.
 */
export async function putBack(name: QueueName, jobId: string, seconds: number): Promise<void> {
  await connection().pool.query(
    `UPDATE ${QUEUE_SCHEMA}.job SET state = 'created', started_on = NULL, start_after = now() + $3 * interval '1 second'
     WHERE name = $1 AND id = $2 AND state = 'active'`,
    [name, jobId, seconds],
  );
}
