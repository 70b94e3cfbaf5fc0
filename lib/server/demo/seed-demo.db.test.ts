import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSession } from '@/lib/server/auth/read-session';
import { signIn } from '@/lib/server/auth/sign-in';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { type DemoSignIn, seedDemo } from './seed-demo';

let db: TestDatabase;
let signIns: DemoSignIn[];
beforeAll(async () => {
  db = await testDatabase();
  signIns = await seedDemo(db.ownerUrl);
});
afterAll(() => db.close());

const count = async (sql: string) => Number((await db.ownerQuery<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n);

describe('the demo', () => {
  it('lets a person of every role sign in with what was printed', async () => {
    const seen = [];
    for (const { email, password } of signIns) {
      const session = await readSession(await signIn({ email, password, address: 'demo' }));
      seen.push([email, session?.staff, session?.institution?.code ?? null, session?.roles]);
    }
    expect(seen).toEqual([
      ['importer@lac.example', false, 'LAC', ['importer']],
      ['manager@lac.example', false, 'LAC', ['manager']],
      ['importer@buehne.example', false, 'BUEHNE', ['importer']],
      ['operator@foyer.example', true, null, ['operator']],
      ['approver@foyer.example', true, null, ['approver']],
      ['administrator@foyer.example', true, null, ['administrator']],
    ]);
  });

  it.each([
    ['contact WHERE environment = $P$P$P$', 320],
    ['contact WHERE environment = $P$PP$P$', 56],
    ["contact WHERE kind = 'relay' AND structure_id IS NULL", 0],
    ["contact c JOIN contact s ON s.id = c.structure_id WHERE s.environment <> c.environment OR s.kind <> 'structure'", 0],
    ['contact_means', 376],
    ['contact_address', 376],
    ["contact_authorizations JOIN contact c ON c.id = contact_id WHERE c.kind <> 'structure'", 329],
    ['contact_criterion x LEFT JOIN criterion c USING (institution_id, code) WHERE c.id IS NULL', 0],
    ['contact c JOIN contact_number_sequence s USING (institution_id, environment) WHERE c.number::bigint >= s.next', 0],
    ['contact_number_sequence', 2],
  ])('fills %s with %i rows', async (from, expected) => {
    expect(await count(from)).toBe(expected);
  });

  it('is made once and leaves what people did since as it is', async () => {
    await db.ownerQuery("UPDATE contact SET last_name = 'Changed' WHERE number = '100001'");
    expect(await seedDemo(db.ownerUrl)).toEqual(signIns);
    expect(await count('institution')).toBe(2);
    expect(await count('contact')).toBe(376);
    expect(await count("contact WHERE last_name = 'Changed'")).toBe(2);
  });

  it('stays away from a database with institutions of its own', async () => {
    const other = await testDatabase();
    await other.ownerQuery("INSERT INTO institution (code, name) VALUES ('OURS', 'Ours')");
    expect(await seedDemo(other.ownerUrl)).toEqual([]);
    const institutions = await other.ownerQuery('SELECT code FROM institution');
    await other.close();
    expect(institutions).toEqual([{ code: 'OURS' }]);
  });
});
