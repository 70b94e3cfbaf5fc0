import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Actor } from '@/lib/server/actor';
import { appUrl } from '@/lib/server/database/app-role';
import { connect, connection, replaceConnection } from '@/lib/server/database/connection';
import { freePort, startEmbedded } from '@/lib/server/database/embedded';
import { prepareDatabase } from '@/lib/server/database/prepare';
import { STORE_CONTACTS } from './crash-file';

const SECRET = 'a secret for crash tests only, 32 characters';
const PASSWORD = 'crash';

/** What is killed. postmaster: all of PostgreSQL. backend: one of its processes, after which it ends all others and recovers. */
export const VICTIMS = ['worker', 'web', 'postmaster', 'backend'] as const;
export type Victim = (typeof VICTIMS)[number];

/** A PostgreSQL that is durable as in the product, a worker and a process that takes uploads; whatever is killed is started again at once. */
export interface CrashRig {
  /** Where uploads are taken: an address without a path. */
  origin: string;
  /** As the owner, who is not under row-level security. Asks again while the database is away. */
  ownerQuery<Row extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, params?: unknown[]): Promise<Row[]>;
  /** Somebody of an institution of their own, which has a few contacts. */
  newActor(): Promise<Actor>;
  kill(victim: Victim): Promise<void>;
  stop(): Promise<void>;
}

/** A child process that is started again whenever it ends, until it is told to stay away. */
function keptAlive(args: string[], variables: Record<string, string>) {
  let child: ChildProcess;
  let wanted = true;
  const start = () => {
    child = spawn(process.execPath, ['bin/foyer.mjs', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...variables } });
    child.once('exit', () => wanted && start());
  };
  start();
  const end = () => {
    wanted = false;
    child.kill('SIGKILL');
  };
  return { kill: () => child.kill('SIGKILL'), end };
}

/** Repeats `work` until it does not throw any more: what asks a database that is just being killed. */
export async function insist<T>(work: () => Promise<T>, seconds = 60): Promise<T> {
  for (const end = Date.now() + seconds * 1000; ; await wait(100)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

const INSTITUTION = `
  WITH i AS (INSERT INTO institution (code, name) VALUES ('C' || substr(md5(random()::text), 1, 12), 'Crash') RETURNING id),
       u AS (INSERT INTO app_user (email, name) VALUES (gen_random_uuid() || '@example.org', 'Crash') RETURNING id)
  SELECT i.id AS institution, u.id AS person FROM i, u`;

/** Processes of the database that work for the app, those in the middle of a statement first. */
const BACKENDS = `SELECT pid FROM pg_stat_activity WHERE usename = 'foyer_app' ORDER BY state = 'active' DESC, random() LIMIT 1`;

/** Starts the rig in a folder of its own. */
export async function startRig(folder: string): Promise<CrashRig> {
  const port = await freePort();
  const start = () => startEmbedded({ dir: join(folder, 'postgres'), password: PASSWORD, port });
  let server = await start();
  const ownerUrl = server.url('postgres');
  await prepareDatabase(ownerUrl, SECRET);
  const url = appUrl({ DATABASE_URL: ownerUrl, secret: SECRET });
  replaceConnection(connect(url));
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  const webPort = await freePort();
  const variables = { DATABASE_URL: '', DATABASE_APP_URL: url, FOYER_DATA: folder, FOYER_SECRET: SECRET, FOYER_LOG: 'silent' };
  const children = { worker: keptAlive(['worker'], variables), web: keptAlive(['crash-test', '--take-uploads', String(webPort)], variables) };
  const ownerQuery: CrashRig['ownerQuery'] = async <Row extends pg.QueryResultRow>(sql: string, params: unknown[] = []) =>
    (await insist(() => owner.query<Row>(sql, params))).rows;

  const killDatabase = async () => {
    process.kill(Number(readFileSync(join(server.folder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    // Its processes notice within moments, and the new server waits for the last of them.
    server = await insist(start);
  };
  const killBackend = async () => {
    const [found] = await ownerQuery<{ pid: number }>(BACKENDS);
    if (found) process.kill(found.pid, 'SIGKILL');
  };
  return {
    origin: `http://127.0.0.1:${webPort}`,
    ownerQuery,
    async newActor() {
      const [made] = await ownerQuery<{ institution: number; person: number }>(INSTITUTION);
      const institutionId = made?.institution as number;
      await ownerQuery(STORE_CONTACTS, [institutionId]);
      return { userId: made?.person as number, institutionId, roles: ['manager'], staff: false };
    },
    async kill(victim) {
      if (victim === 'worker' || victim === 'web') children[victim].kill();
      else if (victim === 'postmaster') await killDatabase();
      else await killBackend();
    },
    async stop() {
      for (const child of Object.values(children)) child.end();
      await owner.end();
      await connection().close();
      await server.stop();
    },
  };
}
