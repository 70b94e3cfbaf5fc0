import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution } from '@/lib/testing/factories';
import { commandLineActor } from './command-line-actor';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

describe('the actor of the command line', () => {
  it('works in the only institution, in the one that is named, and never in one of several by chance', async () => {
    await expect(commandLineActor(undefined)).rejects.toMatchObject({ code: 'not-found' });
    const first = await makeInstitution(db, { code: 'BALLET' });
    expect(await commandLineActor(undefined)).toEqual({ userId: 0, institutionId: first.id, roles: ['operator'], staff: true });
    const second = await makeInstitution(db, { code: 'OPERA' });
    expect((await commandLineActor('OPERA')).institutionId).toBe(second.id);
    for (const code of [undefined, 'opera', 'NOBODY']) {
      await expect(commandLineActor(code)).rejects.toMatchObject({ code: 'institution-needed', params: { codes: 'BALLET, OPERA' } });
    }
  });
});
