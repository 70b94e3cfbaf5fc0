import { setTimeout as wait } from 'node:timers/promises';
import { appUrl } from '@/lib/server/database/app-role';
import { prepareDatabase } from '@/lib/server/database/prepare';
import { type DemoSignIn, seedDemo } from '@/lib/server/demo/seed-demo';
import { env } from '@/lib/server/env';
import { type Child, keepRunning } from './child';
import { openDatabase } from './data-folder';
import { holdDataFolder } from './instance-lock';
import { keepDatabase } from './keep-database';
import { isPortFree } from './port';
import { buildWebWhenNeeded, NEXT } from './web-build';

interface Mode {
  /** Hot reload of the web app and of the worker. */
  dev: boolean;
}

type Say = (line: string) => void;

/**
 * Two, so that when one dies or freezes the other takes over at once and nobody waits for a restart; and because two large jobs at a time are
 * what a small machine with its database carries. More are started with `foyer worker`, here or elsewhere.
 */
const WORKERS = ['worker 1', 'worker 2'];

const untilAnswering = async (url: string, signal: AbortSignal) => {
  while (!signal.aborted) {
    const answer = await fetch(url, { redirect: 'manual', signal }).catch(() => null);
    if (answer && answer.status < 500) return true;
    await wait(200);
  }
  return false;
};

const welcome = (url: string, signIns: DemoSignIn[]) =>
  [
    '',
    `Foyer is at ${url}`,
    ...signIns.map(({ email, password, role }) => `  ${email}  ${password}  (${role})`),
    'Ctrl-C stops everything.',
    '',
  ].join('\n');

/** The processes of the product. They get the app's connection only: the owner's stays with this process. */
function startProcesses({ dev }: Mode, ownerUrl: string, url: string, say: Say): Child[] {
  const settings = env();
  const variables = {
    DATABASE_URL: undefined,
    DATABASE_APP_URL: appUrl({ ...settings, DATABASE_URL: ownerUrl }),
    NODE_ENV: dev ? 'development' : 'production',
    FOYER_URL: url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: settings.secret,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const restarted = (name: string) => say(`The ${name} ended unexpectedly and is started again.`);
  const watch = dev ? ['--watch-path=dist'] : [];
  return [
    keepRunning('web server', [NEXT, dev ? 'dev' : 'start', '--port', String(settings.PORT)], variables, restarted),
    ...WORKERS.map((name) => keepRunning(name, [...watch, 'bin/foyer.mjs', 'worker'], variables, restarted)),
  ];
}

/**
 * Runs the whole product until a signal stops it: database, migrations, demo data on the first start, web server, worker.
 * Gives the exit status; 1 when another instance holds the data folder or another program the port.
 */
export async function runProduct(mode: Mode, say: Say): Promise<number> {
  const settings = env();
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  const lock = await holdDataFolder(settings.dataDir);
  if (!lock) {
    say(`Foyer already runs on the data folder ${settings.dataDir}. Stop that instance first, or give this one a folder of its own with FOYER_DATA.`);
    return 1;
  }
  if (!(await isPortFree(settings.PORT))) {
    say(`Port ${settings.PORT} is in use by another program. Stop it, or choose another port: PORT=3001 npm start`);
    lock.release();
    return 1;
  }
  const building = mode.dev ? Promise.resolve() : buildWebWhenNeeded(stopping.signal);
  building.catch(() => undefined);
  const database = await openDatabase(settings);
  if (database.elsewhere) say(`The database lies in ${database.elsewhere}: PostgreSQL does not run as root, and its user may not enter this folder.`);
  const keeping = keepDatabase(database, () => say('The database ended unexpectedly and was started again.'));
  let children: Child[] = [];
  try {
    await prepareDatabase(database.ownerUrl, settings.secret);
    const signIns = settings.FOYER_DEMO ? await seedDemo(database.ownerUrl) : [];
    await building;
    if (stopping.signal.aborted) return 0;
    const url = settings.FOYER_URL ?? `http://localhost:${settings.PORT}`;
    children = startProcesses(mode, database.ownerUrl, url, say);
    if (await untilAnswering(`http://127.0.0.1:${settings.PORT}/api/health`, stopping.signal)) say(welcome(url, signIns));
    await new Promise<void>((resolve) => {
      if (stopping.signal.aborted) resolve();
      stopping.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    return 0;
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await keeping.end();
    await database.stop();
    lock.release();
  }
}
