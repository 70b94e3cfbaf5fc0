import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@/lib/server/database/embedded';
import { DEMO_PASSWORD } from '@/lib/server/demo/demo-institutions';

/** The whole product, as people start it, on a data folder of its own. */
export interface Product {
  url: string;
  /** Cookies of a person of the demo who is signed in. */
  signIn(email: string): Promise<string>;
  /** Memory of all its processes, PostgreSQL apart, in MB; what several of them share is counted once. */
  memoryMb(): number;
  stop(): Promise<void>;
}

/** Milliseconds until it must answer: the web app may have to be built first. */
const READY_MS = 300_000;

export async function startProduct(folder: string): Promise<Product> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, FOYER_DATA: folder, PORT: String(port), FOYER_URL: url };
  const child = spawn(process.execPath, ['bin/foyer.mjs', 'start'], { env, stdio: 'ignore' });
  await untilReady(url, child);
  return {
    url,
    signIn: (email) => signIn(url, email),
    memoryMb: () => memoryMb(child.pid ?? 0),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end; await wait(200)) {
    if (child.exitCode !== null) throw new Error(`The product ended with status ${child.exitCode}.`);
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error('The product did not answer in time.');
}

const cookiesOf = (answer: Response): string[] => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');

/** As the sign-in form does it. */
async function signIn(url: string, email: string): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(asked).join('; ') },
    body: new URLSearchParams({ csrfToken, email, password: DEMO_PASSWORD, json: 'true' }),
  });
  return [...cookiesOf(asked), ...cookiesOf(answer)].join('; ');
}

/** Memory of a process and all that it started, without those of PostgreSQL. Linux only; 0 elsewhere. */
function memoryMb(root: number): number {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(statusOf);
    const below = (parent: number): number =>
      processes
        .filter((each) => each.parent === parent && !/^postgres/.test(each.name))
        .reduce((sum, { pid, kilobytes }) => sum + kilobytes + below(pid), 0);
    const own = processes.find(({ pid }) => pid === root)?.kilobytes ?? 0;
    return Math.round((own + below(root)) / 1024);
  } catch {
    return 0;
  }
}

/** The process, unless it has just ended. */
function statusOf(pid: string) {
  try {
    const value = (file: string, name: string) =>
      new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? '';
    const parent = Number(value('status', 'PPid'));
    // The proportional set size: the program itself lies in memory once, however many processes run it.
    return [{ pid: Number(pid), parent, name: value('status', 'Name'), kilobytes: Number(value('smaps_rollup', 'Pss')) }];
  } catch {
    return [];
  }
}
