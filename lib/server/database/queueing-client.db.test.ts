import { once } from 'node:events';
import { from } from 'pg-copy-streams';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { QueueingClient } from './queueing-client';

let db: TestDatabase;
let client: QueueingClient;
const warnings: string[] = [];
const noted = (warning: Error) => warnings.push(warning.message);
beforeAll(async () => {
  db = await testDatabase();
  process.on('warning', noted);
});
beforeEach(async () => {
  client = new QueueingClient({ connectionString: db.ownerUrl });
  await client.connect();
});
afterEach(() => client.end());
afterAll(async () => {
  process.off('warning', noted);
  await db.close();
});

describe('a connection that is asked several things at once', () => {
  it('answers each in its turn, and nobody is warned', async () => {
    const answers = await Promise.all([3, 1, 2].map((number) => client.query<{ n: number }>('SELECT $1::int AS n, pg_sleep(0.01)', [number])));
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([3, 1, 2]);
    expect(warnings).toEqual([]);
  });

  it('goes on after one that fails, which alone is told', async () => {
    const [failed, next] = await Promise.allSettled([client.query('SELECT 1 / 0'), client.query<{ n: number }>('SELECT 1 AS n')]);
    expect(failed.status).toBe('rejected');
    expect(next.status === 'fulfilled' && next.value.rows).toEqual([{ n: 1 }]);
  });

  it('takes streams and callbacks', async () => {
    await client.query('CREATE TEMP TABLE taken (n int)');
    const stream = client.query(from('COPY taken FROM STDIN'));
    stream.end('1\n2\n');
    await once(stream, 'finish');
    const sum = await new Promise((resolve, reject) =>
      client.query('SELECT sum(n)::int AS sum FROM taken', (error, result) => (error ? reject(error) : resolve(result.rows[0]))),
    );
    expect(sum).toEqual({ sum: 3 });
  });
});
