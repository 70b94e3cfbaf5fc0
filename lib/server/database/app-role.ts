import pg from 'pg';
import { deriveKey, type Env } from '@/lib/server/env';

/** The role the app connects as: it owns nothing and is under row-level security. */
export const APP_ROLE = 'foyer_app';

const appPassword = (secret: string) => deriveKey(secret, 'database role foyer_app');

/** The app's connection: as configured, else the owner's address with the app's role and a password derived from the secret. */
export function appUrl(settings: Pick<Env, 'DATABASE_URL' | 'DATABASE_APP_URL' | 'secret'>): string {
  if (settings.DATABASE_APP_URL) return settings.DATABASE_APP_URL;
  if (!settings.DATABASE_URL) throw new Error('DATABASE_URL is not set: start Foyer with "npm start", which brings its own PostgreSQL.');
  const url = new URL(settings.DATABASE_URL);
  url.username = APP_ROLE;
  url.password = appPassword(settings.secret);
  return url.href;
}

/** Lets the app's role sign in with the derived password. `ownerUrl` must be allowed to alter roles. */
export async function allowAppRole(ownerUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD ${pg.escapeLiteral(appPassword(secret))}`);
  } finally {
    await client.end();
  }
}
