import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { loggable } from './log';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const MARKER = 'Ottilie Zwetschgenbaum';

describe('what is logged of an error', () => {
  it.each([
    ['a value of the wrong type', `SELECT '${MARKER}'::date`],
    ['a value that is there twice', `INSERT INTO institution (code, name) VALUES ('${MARKER.slice(0, 7)}', 'a'), ('${MARKER.slice(0, 7)}', 'b')`],
  ])('of the database has its code and no value: %s', async (_, sql) => {
    const error = await db.ownerQuery(sql).catch((reason: unknown) => reason);
    const logged = JSON.stringify(loggable(new Error('planning failed', { cause: error })));
    expect(String((error as Error).message) + String((error as { detail?: string }).detail)).toContain(MARKER.slice(0, 7));
    expect(logged).not.toContain(MARKER.slice(0, 7));
    expect(logged).toMatch(/"code":"2/);
    expect(logged).toContain('planning failed');
  });

  it('keeps the place in our code', () => {
    expect(loggable(new Error('a bug'))).toMatchObject({ type: 'Error', message: 'a bug', stack: expect.stringContaining('log.db.test') });
  });
});
