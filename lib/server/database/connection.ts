import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '@/lib/server/env';
import { PrismaClient } from '@/lib/server/generated/prisma/client';
import { appUrl } from './app-role';
import { QueueingClient } from './queueing-client';

/** The app's connections: a pool for the hot path and Prisma over the same pool, both as the role under row-level security. */
export interface Connection {
  pool: pg.Pool;
  prisma: PrismaClient;
  close(): Promise<void>;
}

/**
 * Temporary tables are written to disk once they are larger than this. Said when a session begins: PostgreSQL refuses to change it in a session
 * that has had a temporary table, and of a pool nobody knows which has.
 */
const TEMP_BUFFERS = '-c temp_buffers=64MB';

/** Opens connections to `url`, at most `size` at a time. They share a name of their own, by which a process that is frozen can be cut off. */
export function connect(url: string, size = 10): Connection {
  const pool = new pg.Pool({
    Client: QueueingClient,
    connectionString: url,
    max: size,
    application_name: `foyer ${randomUUID()}`,
    options: TEMP_BUFFERS,
    idleTimeoutMillis: 30_000,
  });
  // A connection that breaks while idle (server restarted) is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // One that breaks while it is in use tells whoever uses it, by the statement it had or the next.
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
