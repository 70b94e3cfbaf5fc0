import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbedded } from '@/lib/server/database/embedded';
import { deriveKey, type Env } from '@/lib/server/env';

/**
 * The database to work on: the one configured, or the embedded one below the data folder, which the caller must hold
 * (see instance-lock.ts).
 */
export async function openDatabase(settings: Env): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  if (settings.DATABASE_URL) return { ownerUrl: settings.DATABASE_URL, stop: async () => undefined };
  const server: EmbeddedPostgres = await startEmbedded({
    dir: join(settings.dataDir, 'postgres'),
    password: deriveKey(settings.secret, 'database owner'),
  });
  return { ownerUrl: server.url('postgres'), stop: server.stop };
}
