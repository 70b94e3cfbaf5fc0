// Runs programs of the project one after the other or side by side, and says what came of each.
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

/** Path of a program that a package brings. */
export const program = (path) => join(process.cwd(), 'node_modules', path);

/** Runs a Node program to its end; gives its status and, unless `live`, its output. `behind`: others come first where processors are short. */
export function runNode(args, { live = false, behind = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    if (behind) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const output = [];
    child.stdout?.on('data', (data) => output.push(data));
    child.stderr?.on('data', (data) => output.push(data));
    child.once('close', (status) => resolve({ status, output: Buffer.concat(output).toString('utf8') }));
  });
}

/** Runs one named step; prints its line, and its output when it failed. Gives whether it passed. */
export async function step(name, args) {
  const started = Date.now();
  const { status, output } = await runNode(args);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)\n`);
  if (status !== 0) process.stdout.write(`${output}\n`);
  return status === 0;
}
