import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { buildWhenNeeded } from '@/bin/build.mjs';
import { type EmbeddedPostgres, startEmbedded } from '@/lib/server/database/embedded';
import { prepareDatabase } from '@/lib/server/database/prepare';
import { TEMPLATE } from './database';

async function makeTemplate(server: EmbeddedPostgres, secret: string) {
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`).finally(() => admin.end());
  await prepareDatabase(server.url(TEMPLATE), secret);
}

/** Once per run: bundles the worker threads and starts a throw-away PostgreSQL with the migrated template database. */
export default async function setup() {
  await buildWhenNeeded();
  const dir = mkdtempSync(join(tmpdir(), 'foyer-test-'));
  // The server may run as another user than this process (root's case) and must be able to enter.
  chmodSync(dir, 0o711);
  const secret = 'a secret for tests only, 32 characters or more';
  const server = await startEmbedded({ dir: join(dir, 'postgres'), password: 'tests', durable: false, settings: { max_connections: '200' } });
  const stop = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await makeTemplate(server, secret);
  } catch (error) {
    await stop();
    throw error;
  }
  Object.assign(process.env, { DATABASE_URL: server.url('postgres'), FOYER_DATA: dir, FOYER_SECRET: secret, FOYER_LOG: 'silent' });
  return stop;
}
