import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbedded } from '@/lib/server/database/embedded';
import { deriveKey, type Env } from '@/lib/server/env';

export interface OpenDatabase {
  ownerUrl: string;
  /** Set when the database could not be kept below the data folder: whoever makes backups must know. */
  elsewhere?: string;
  stop(): Promise<void>;
}

/**
 * The database to work on: the one configured, or the embedded one below the data folder, which the caller must hold
 * (see instance-lock.ts).
 */
export async function openDatabase(settings: Env): Promise<OpenDatabase> {
  if (settings.DATABASE_URL) return { ownerUrl: settings.DATABASE_URL, stop: async () => undefined };
  const dir = join(settings.dataDir, 'postgres');
  const server: EmbeddedPostgres = await startEmbedded({
    dir,
    password: deriveKey(settings.secret, 'database owner'),
  });
  return { ownerUrl: server.url('postgres'), stop: server.stop, elsewhere: server.folder === dir ? undefined : server.folder };
}
