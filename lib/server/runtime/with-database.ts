import { join } from 'node:path';
import { appUrl } from '@/lib/server/database/app-role';
import { connect, connection, replaceConnection } from '@/lib/server/database/connection';
import { runningEmbedded } from '@/lib/server/database/embedded';
import { prepareDatabase } from '@/lib/server/database/prepare';
import { seedDemo } from '@/lib/server/demo/seed-demo';
import { deriveKey, type Env, env } from '@/lib/server/env';
import { AppError } from '@/lib/server/errors';
import { openDatabase } from './data-folder';
import { holdDataFolder } from './instance-lock';

/** Connections a command needs: its own, those of its jobs and of their leases. */
const CONNECTIONS = 8;

/**
 * Runs `work` with this process's connections on the database of the installation, as the app's role: the configured one, or the embedded one
 * of the data folder, started for as long as it takes unless the product runs on it. Throws `database-unreachable` when the product
 * holds the data folder but its database does not run.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const settings = env();
  const configured = settings.DATABASE_APP_URL ?? settings.DATABASE_URL;
  const database = configured ? { url: appUrl(settings), close: async () => undefined } : await embedded(settings);
  replaceConnection(connect(database.url, CONNECTIONS));
  try {
    return await work();
  } finally {
    await connection().close();
    await database.close();
  }
}

async function embedded(settings: Env): Promise<{ url: string; close(): Promise<void> }> {
  const lock = await holdDataFolder(settings.dataDir);
  if (!lock) return { url: urlOfRunning(settings), close: async () => undefined };
  const server = await openDatabase(settings);
  const close = async () => {
    await server.stop();
    lock.release();
  };
  try {
    // As `foyer start` does: what is the first command on a folder does not matter.
    await prepareDatabase(server.ownerUrl, settings.secret);
    if (settings.FOYER_DEMO) await seedDemo(server.ownerUrl);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: appUrl({ ...settings, DATABASE_URL: server.ownerUrl }), close };
}

function urlOfRunning(settings: Env): string {
  const url = runningEmbedded({ dir: join(settings.dataDir, 'postgres'), password: deriveKey(settings.secret, 'database owner') });
  if (!url) throw new AppError('database-unreachable', { folder: settings.dataDir }, 503);
  return appUrl({ ...settings, DATABASE_URL: url('postgres') });
}
