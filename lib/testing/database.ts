import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { appUrl } from '@/lib/server/database/app-role';
import { type Connection, connect, replaceConnection } from '@/lib/server/database/connection';
import { env } from '@/lib/server/env';

/** Name of the migrated database every test database is cloned from; made once per run by global-setup.ts. */
export const TEMPLATE = 'foyer_template';

export interface TestDatabase {
  connection: Connection;
  ownerUrl: string;
  /** Raw SQL as the owner, who is not under row-level security: to arrange and to look behind the curtain. */
  ownerQuery<Row extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, params?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const named = (url: string, database: string) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

async function onServer(sql: string) {
  const admin = new pg.Client({ connectionString: env().DATABASE_URL });
  await admin.connect();
  await admin.query(sql).finally(() => admin.end());
}

/** A database of one's own, cloned from the migrated template, with the process's connections pointing at it as the app's role. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY WAL_LOG`);
  await onServer(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO foyer_app`);
  const ownerUrl = named(env().DATABASE_URL ?? '', name);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  const connection = connect(named(appUrl(env()), name), 6);
  replaceConnection(connection);
  return {
    connection,
    ownerUrl,
    ownerQuery: async <Row extends pg.QueryResultRow>(sql: string, params: unknown[] = []) => (await owner.query<Row>(sql, params)).rows,
    async close() {
      await connection.close();
      await owner.end();
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
