import type pg from 'pg';
import type { Prisma } from '@/lib/server/generated/prisma/client';
import { connection } from './connection';

/**
 * In which scope a transaction works; row-level security shows it that much and no more.
 * institution: one institution's data. staff: all institutions and their imports, no contacts. auth: users and sessions, to sign in.
 * system: which institutions and imports there are, to go on with work after a restart.
 */
export type Scope =
  | { kind: 'institution'; institutionId: number; userId?: number }
  | { kind: 'staff'; userId: number }
  | { kind: 'auth'; userId?: number }
  | { kind: 'system' };

const settings = (scope: Scope): [string, string, string] => [
  scope.kind,
  scope.kind === 'institution' ? String(scope.institutionId) : '',
  'userId' in scope && scope.userId !== undefined ? String(scope.userId) : '',
];

/** Prisma inside a transaction whose scope is set: the only way the app reaches tables through Prisma. */
export type Db = Prisma.TransactionClient;

/** Runs `work` in a transaction of the scope, through Prisma. Rolled back when `work` throws. */
export function inScope<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  const [kind, institution, user] = settings(scope);
  return connection().prisma.$transaction(
    async (db) => {
      await db.$queryRaw`SELECT set_config('foyer.scope', ${kind}, true), set_config('foyer.institution', ${institution}, true), set_config('foyer.user', ${user}, true)`;
      return work(db);
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

/** Runs `work` in a transaction of the scope, through `pg`: COPY, set-based SQL, the hot path. */
export async function inScopeSql<T>(scope: Scope, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await connection().pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('foyer.scope', $1, true), set_config('foyer.institution', $2, true), set_config('foyer.user', $3, true)`,
      settings(scope),
    );
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
