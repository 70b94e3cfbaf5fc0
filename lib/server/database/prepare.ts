import { prepareQueue } from '@/lib/server/jobs/prepare-queue';
import { allowAppRole } from './app-role';
import { applyMigrations } from './schema-engine';

/** Brings a database up to date with its owner's rights: migrations, the queue's tables, the app's role. Safe to repeat. */
export async function prepareDatabase(ownerUrl: string, secret: string): Promise<{ applied: string[] }> {
  const applied = await applyMigrations(ownerUrl);
  await prepareQueue(ownerUrl);
  await allowAppRole(ownerUrl, secret);
  return { applied };
}
