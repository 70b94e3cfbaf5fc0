import { prepareDatabase } from '@/lib/server/database/prepare';
import { env } from '@/lib/server/env';

/** `foyer migrate`: brings the database of DATABASE_URL up to date, for installations that start web and workers themselves. */
export async function migrate(): Promise<number> {
  const { DATABASE_URL, secret } = env();
  if (!DATABASE_URL) {
    process.stderr.write('foyer migrate: set DATABASE_URL to the owner connection of the database. The embedded one is migrated by every start.\n');
    return 2;
  }
  const { applied } = await prepareDatabase(DATABASE_URL, secret);
  process.stdout.write(applied.length ? `Applied: ${applied.join(', ')}\n` : 'Nothing to apply: the database is up to date.\n');
  return 0;
}
