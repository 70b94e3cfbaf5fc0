import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { ArrayParameter } from './array-parameter';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** Texts as PostgreSQL can keep them. */
const text = fc.option(fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', '')));
const int = fc.option(fc.integer());
const halves = fc.option(fc.tuple(fc.integer(), fc.integer()));
const elements = fc.array(fc.record({ text, int, halves }), { maxLength: 40 });

const whole = ([high, low]: readonly [number, number]): string => ((BigInt(high) << 32n) | BigInt(low >>> 0)).toString();

async function readBack(texts: Uint8Array, ints: Uint8Array, longs: Uint8Array) {
  const sql = 'SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[]) AS g(text, int, long)';
  return db.ownerQuery<{ text: string | null; int: number | null; long: string | null }>(sql, [texts, ints, longs].map(Buffer.from));
}

describe('arrays as parameters', () => {
  it('arrive as they were written, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(elements, async (given) => {
        const [texts, ints, longs] = [new ArrayParameter('text'), new ArrayParameter('int4'), new ArrayParameter('int8')];
        for (const each of given) {
          texts.addText(each.text);
          ints.addInt(each.int);
          longs.addHalves(each.halves);
        }
        expect(texts.length).toBe(given.length);
        expect(await readBack(texts.take(), ints.take(), longs.take())).toEqual(
          given.map((each) => ({ text: each.text, int: each.int, long: each.halves && whole(each.halves) })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('have room for any number of elements, are taken once, and stay as they were taken', async () => {
    const texts = new ArrayParameter('text');
    const many = Array.from({ length: 5_000 }, (_, at) => 'é'.repeat(at % 100));
    for (const each of [...many, '€'.repeat(100_000)]) texts.addText(each);
    const taken = texts.take();
    texts.addText('other');
    const found = await db.ownerQuery<{ count: number; bytes: number }>(
      'SELECT count(*)::int AS count, sum(octet_length(t))::int AS bytes FROM unnest($1::text[]) t',
      [Buffer.from(taken)],
    );
    expect(found).toEqual([{ count: 5_001, bytes: many.join('').length * 2 + 300_000 }]);
    expect(await db.ownerQuery('SELECT unnest($1::text[]) AS text', [Buffer.from(texts.take())])).toEqual([{ text: 'other' }]);
  });
});
