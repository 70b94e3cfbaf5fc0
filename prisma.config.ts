import { defineConfig } from 'prisma/config';

/** Only `prisma generate` reads this: migrations are applied by lib/server/database/migrate.ts. */
export default defineConfig({ schema: 'prisma/schema.prisma' });
