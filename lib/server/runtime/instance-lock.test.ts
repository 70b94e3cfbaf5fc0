import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdDataFolder } from './instance-lock';

let folder: string;
let holder: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer lock '));
});
afterEach(() => {
  holder?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that holds the folder the way the product does: by listening on its socket. */
const heldElsewhere = () =>
  new Promise<ChildProcess>((resolve) => {
    const socket = JSON.stringify(join(folder, 'instance.sock'));
    const script = `require('node:net').createServer((s) => s.end()).listen(${socket}, () => console.log('held'))`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout?.once('data', () => resolve(child));
  });

describe('the data folder', () => {
  it('is held by one instance at a time', async () => {
    const first = await holdDataFolder(folder);
    expect(first).not.toBeNull();
    expect(await holdDataFolder(folder)).toBeNull();
    first?.release();
    expect(await holdDataFolder(folder)).not.toBeNull();
  });

  it('is free again after its holder was killed, although the socket file is still there', async () => {
    holder = await heldElsewhere();
    expect(await holdDataFolder(folder)).toBeNull();
    await new Promise((resolve) => holder?.once('exit', resolve).kill('SIGKILL'));
    const next = await holdDataFolder(folder);
    expect(next).not.toBeNull();
    next?.release();
  });

  it('can lie deeper than a socket path may be long', async () => {
    const deep = join(folder, 'a folder with a long name and spaces'.repeat(4));
    const held = await holdDataFolder(deep);
    expect(held).not.toBeNull();
    expect(await holdDataFolder(deep)).toBeNull();
    held?.release();
  });

  it('is not given away over a file that only looks like a lock', async () => {
    writeFileSync(join(folder, 'instance.sock'), 'left by something else');
    const held = await holdDataFolder(folder);
    expect(held).not.toBeNull();
    held?.release();
  });
});
