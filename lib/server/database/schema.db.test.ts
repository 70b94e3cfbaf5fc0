import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { pendingSql } from './schema-engine';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

describe('the schema', () => {
  it('is what the migrations make', async () => {
    expect(await pendingSql(db.ownerUrl)).toBe('');
  });

  it('would show a column that no migration makes', async () => {
    await db.ownerQuery('ALTER TABLE contact DROP COLUMN web_site');
    expect(await pendingSql(db.ownerUrl)).toContain('web_site');
  });

  it('leaves no table of the app without row-level security', async () => {
    const open = await db.ownerQuery(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity`,
    );
    expect(open.map((row) => row.relname)).toEqual(['_prisma_migrations']);
  });

  it('gives the app role nothing to own and no way around the policies', async () => {
    const [role] = await db.ownerQuery(
      `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = 'foyer_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 });
  });
});
