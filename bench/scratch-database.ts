import { join } from 'node:path';
import pg from 'pg';
import type { Actor } from '@/lib/server/actor';
import { appUrl } from '@/lib/server/database/app-role';
import { connect, replaceConnection } from '@/lib/server/database/connection';
import { startEmbedded } from '@/lib/server/database/embedded';
import { prepareDatabase } from '@/lib/server/database/prepare';

const SECRET = 'a secret for benchmarks only, 32 characters';

export interface ScratchDatabase {
  /** A manager of one more institution. */
  newActor(): Promise<Actor>;
  /** The owner's connection: not under row-level security, for the raw COPY everything is measured against. */
  owner: pg.Client;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own, durable as in the product; the process's connections point at it. */
export async function startScratchDatabase(folder: string): Promise<ScratchDatabase> {
  const server = await startEmbedded({ dir: join(folder, 'bench-postgres'), password: 'bench' });
  const ownerUrl = server.url('postgres');
  await prepareDatabase(ownerUrl, SECRET);
  const connection = connect(appUrl({ DATABASE_URL: ownerUrl, secret: SECRET }));
  replaceConnection(connection);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const newActor = async (): Promise<Actor> => {
    const { rows } = await owner.query<{ institution: number; person: number }>(`
      WITH i AS (INSERT INTO institution (code, name) SELECT 'BENCH' || count(*), 'Bench' FROM institution RETURNING id),
           u AS (INSERT INTO app_user (email, name) SELECT 'bench' || count(*) || '@example.org', 'Bench' FROM app_user RETURNING id)
      SELECT i.id AS institution, u.id AS person FROM i, u`);
    return { userId: rows[0]?.person ?? 0, institutionId: rows[0]?.institution ?? 0, roles: ['manager'], staff: false };
  };
  const stop = async () => {
    await owner.end();
    await connection.close();
    await server.stop();
  };
  return { newActor, owner, stop };
}
