import { join } from 'node:path';
import { startEmbedded } from '@/lib/server/database/embedded';
import { deriveKey, type Env } from '@/lib/server/env';

export interface OpenDatabase {
  ownerUrl: string;
  /** Set when the database could not be kept below the data folder: whoever makes backups must know. */
  elsewhere?: string;
  /** Starts the embedded server again at its address where it has ended by itself; gives whether it had. */
  revive(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * The database to work on: the one configured, or the embedded one below the data folder, which the caller must hold
 * (see instance-lock.ts).
 */
export async function openDatabase(settings: Env): Promise<OpenDatabase> {
  if (settings.DATABASE_URL) return { ownerUrl: settings.DATABASE_URL, revive: async () => false, stop: async () => undefined };
  const dir = join(settings.dataDir, 'postgres');
  const start = (port?: number) => startEmbedded({ dir, password: deriveKey(settings.secret, 'database owner'), port });
  const server = await start();
  const revive = async () => {
    if (await server.isRunning()) return false;
    await start(server.port);
    return true;
  };
  return { ownerUrl: server.url('postgres'), revive, stop: server.stop, elsewhere: server.folder === dir ? undefined : server.folder };
}
