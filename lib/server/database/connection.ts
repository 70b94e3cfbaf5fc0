import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '@/lib/server/env';
import { PrismaClient } from '@/lib/server/generated/prisma/client';
import { appUrl } from './app-role';

/** The app's connections: a pool for the hot path and Prisma over the same pool, both as the role under row-level security. */
export interface Connection {
  pool: pg.Pool;
  prisma: PrismaClient;
  close(): Promise<void>;
}

/** Temporary tables are written to disk in pieces of this size. Said when a session begins: once it has used one, it is too late. */
const OPTIONS = '-c temp_buffers=64MB';

/** Opens connections to `url`, at most `size` at a time. */
export function connect(url: string, size = 10): Connection {
  const pool = new pg.Pool({ connectionString: url, options: OPTIONS, max: size, application_name: 'foyer', idleTimeoutMillis: 30_000 });
  // A connection that breaks while idle (server restarted) is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // One that breaks while somebody holds it, between two statements, tells so by the next statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { pool, prisma, close };
}

// One per process; kept on globalThis because hot reload evaluates modules again.
const shared = globalThis as { foyerConnection?: Connection };

/** The connections of this process. */
export function connection(): Connection {
  shared.foyerConnection ??= connect(appUrl(env()));
  return shared.foyerConnection;
}

/** Puts other connections in their place: tests work on databases of their own. */
export function replaceConnection(replacement: Connection): void {
  shared.foyerConnection = replacement;
}
