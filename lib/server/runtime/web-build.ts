import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The program of Next's command line. */
export const NEXT = join(process.cwd(), 'node_modules/next/dist/bin/next');

const SOURCES = ['app', 'components', 'lib', 'public', 'next.config.js', 'proxy.ts', 'package-lock.json'];

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isCurrent(): boolean {
  const mark = join(process.cwd(), '.next/BUILD_ID');
  return existsSync(mark) && statSync(mark).mtimeMs >= Math.max(...SOURCES.filter((path) => existsSync(path)).map(newest));
}

/** Builds the web app when a source is newer than the last build; ends with `signal`. Throws with the build's words when it fails. */
export async function buildWebWhenNeeded(signal: AbortSignal): Promise<void> {
  if (isCurrent()) return;
  const lines: string[] = [];
  const code = await new Promise<number | null>((resolve) => {
    const build = spawn(process.execPath, [NEXT, 'build'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = () => build.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    for (const stream of [build.stdout, build.stderr]) stream.on('data', (data) => lines.push(String(data)));
    build.once('exit', (status) => {
      signal.removeEventListener('abort', stop);
      resolve(status);
    });
  });
  if (code !== 0 && !signal.aborted) throw new Error(`The web app could not be built.\n${lines.join('')}`);
}
