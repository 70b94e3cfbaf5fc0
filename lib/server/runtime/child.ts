import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { env } from '@/lib/server/env';

/** Milliseconds a child may take to end by itself before it is killed. */
const GRACE_MS = 10_000;
const RESTART_MS = 1_000;

export interface Child {
  /** Ends the child and does not start it again. */
  stop(): Promise<void>;
}

const end = (running: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (running.exitCode !== null || running.signalCode !== null) return resolve();
    const late = setTimeout(() => running.kill('SIGKILL'), GRACE_MS);
    running.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    running.kill('SIGTERM');
  });

/**
 * Runs a Node program beside this process and starts it again when it ends by itself. It leads a process group of its own, so
 * that Ctrl-C reaches it through `stop` alone, and ends with this process even when that is killed.
 */
export function keepRunning(name: string, args: string[], variables: Record<string, string | undefined>, onRestart: (name: string) => void): Child {
  let stopped = false;
  let running: ChildProcess;
  let waiting: NodeJS.Timeout | undefined;
  const start = () => {
    running = spawn(process.execPath, ['--enable-source-maps', '--import', join(process.cwd(), 'bin/exit-with-parent.mjs'), ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      // biome-ignore lint/style/noProcessEnv: handed on to the child, not read
      env: { ...process.env, FOYER_DATA: env().dataDir, FOYER_SECRET: env().secret, ...variables },
    });
    running.once('exit', () => {
      if (stopped) return;
      onRestart(name);
      waiting = setTimeout(start, RESTART_MS);
    });
  };
  start();
  return {
    async stop() {
      stopped = true;
      clearTimeout(waiting);
      await end(running);
    },
  };
}
