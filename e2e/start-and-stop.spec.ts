import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

let data: string;
const running: ChildProcess[] = [];

test.beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'foyer start '));
  // The database server may run as another user than this process and must be able to enter.
  chmodSync(data, 0o711);
});
test.afterEach(async () => {
  for (const child of running.splice(0)) await ended(child, 'SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Starts the product the way `npm start` does and collects what it prints. */
function start(port: number) {
  const child = spawn(process.execPath, ['bin/foyer.mjs', 'start'], {
    env: { ...process.env, FOYER_DATA: data, PORT: String(port), FOYER_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const printed: string[] = [];
  child.stdout.on('data', (text) => printed.push(String(text)));
  child.stderr.on('data', (text) => printed.push(String(text)));
  const output = () => printed.join('');
  return { child, output, ready: () => expect.poll(output, { timeout: 120_000 }).toContain(`Foyer is at http://localhost:${port}`) };
}

function ended(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    (response) => response.ok,
    () => false,
  );

test('prints the address and the demo sign-ins, and one Ctrl-C stops everything', async () => {
  const port = await freePort();
  const { child, output, ready } = start(port);
  await ready();
  expect(output()).toMatch(/\S+@\S+ {2}\S+ {2}\(manager\b.*\)/);
  expect(await answers(port)).toBe(true);
  expect(await ended(child, 'SIGINT')).toBe(0);
  expect(await answers(port)).toBe(false);
});

test('a second instance on the same data folder says so and leaves the first alone', async () => {
  const [port, other] = [await freePort(), await freePort()];
  await start(port).ready();
  const second = start(other);
  const code = await new Promise((resolve) => second.child.once('exit', resolve));
  expect(code).toBe(1);
  expect(second.output()).toContain('already runs on the data folder');
  expect(await answers(port)).toBe(true);
});

test('starts again after kill -9', async () => {
  const port = await freePort();
  const first = start(port);
  await first.ready();
  await ended(first.child, 'SIGKILL');
  // Its web server notices within a second and frees the port.
  await expect.poll(() => answers(port), { timeout: 10_000 }).toBe(false);
  await start(port).ready();
  expect(await answers(port)).toBe(true);
});

test('says which port is taken instead of trying again and again', async ({ baseURL }) => {
  const taken = Number(new URL(baseURL ?? '').port);
  const { child, output } = start(taken);
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
  expect(output()).toContain(`Port ${taken} is in use`);
});
