import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path a Unix socket may have on every system we run on (macOS: 104 bytes with the final NUL). */
const SOCKET_PATH_MAX = 100;

function socketPath(dataDir: string): string {
  const inside = join(realpathSync(dataDir), 'instance.sock');
  if (Buffer.byteLength(inside) <= SOCKET_PATH_MAX) return inside;
  return join(tmpdir(), `foyer-${createHash('sha256').update(inside).digest('hex').slice(0, 24)}.sock`);
}

const answers = (path: string) =>
  new Promise<boolean>((resolve) => {
    const probe = connect(path)
      .once('connect', () => resolve(true))
      .once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EACCES'))
      .once('close', () => probe.destroy());
    probe.once('connect', () => probe.end());
  });

const listen = (path: string) =>
  new Promise<Server>((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.once('error', reject).listen(path, () => resolve(server));
  });

/**
 * Holds a data folder for this process, or answers null when a living process holds it. The lock is a listening socket: the
 * system takes it back however the holder ends, and no reused process number can be mistaken for it.
 */
export async function holdDataFolder(dataDir: string): Promise<{ release(): void } | null> {
  mkdirSync(dataDir, { recursive: true });
  const path = socketPath(dataDir);
  if (await answers(path)) return null;
  rmSync(path, { force: true });
  try {
    const server = await listen(path);
    server.unref();
    return { release: () => server.close() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw error;
  }
}
