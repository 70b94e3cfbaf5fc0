import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest } from '@/lib/engine';
import { addTo, emptyFilter, mayHold } from './hash-filter';

const half = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const hash: fc.Arbitrary<Digest> = fc.tuple(half, half);

describe('a filter of hashes', () => {
  it('affirms every hash that is in it', () => {
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 200 }), (hashes) => {
        const filter = emptyFilter(hashes.length);
        for (const each of hashes) addTo(filter, each);
        expect(hashes.filter((each) => !mayHold(filter, each))).toEqual([]);
      }),
    );
  });

  it('denies nearly every other', () => {
    const random = (seed: number) => Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) ^ Math.imul(seed, 0x297a2d39);
    const filter = emptyFilter(50_000);
    for (let at = 1; at <= 50_000; at++) addTo(filter, [random(at), random(-at)]);
    let affirmed = 0;
    for (let at = 1_000_000; at < 1_050_000; at++) if (mayHold(filter, [random(at), random(-at)])) affirmed++;
    expect(affirmed).toBeLessThan(500);
  });
});
