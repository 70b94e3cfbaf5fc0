import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/lib/engine/limits';
import { ValueCount, withinLimit } from './count-values';

const count = (values: readonly string[]) => {
  const counting = new ValueCount();
  for (const value of values) counting.add(value);
  return counting.result();
};

describe('the values of a column', () => {
  it('are listed with exact counts, what most cells say first', () => {
    expect(count(['b', 'a', 'b', 'c', 'a', 'b'])).toEqual({
      listed: [
        ['b', 3],
        ['a', 2],
        ['c', 1],
      ],
      further: 0,
    });
  });

  it('account for every filled cell, whatever comes in whatever order', () => {
    const value = fc.oneof(fc.integer({ max: 900 }).map(String), fc.constantFrom('x', 'y'), fc.constant('long '.repeat(40)));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 3_000 }), (values) => {
        const counted = count(values);
        if (!counted) return;
        const listed = counted.listed.reduce((sum, [, cells]) => sum + cells, 0);
        expect(listed + counted.further).toBe(values.length);
        for (const [text, cells] of counted.listed) expect(values.filter((each) => each === text).length).toBe(cells);
      }),
    );
  });

  it('beyond the limit are counted together, while those listed go on being counted', () => {
    const many = Array.from({ length: LIMITS.listedValues + 20 }, (_, at) => `v${at}`);
    const counted = count([...many.flatMap((value) => [value, value]), ...many]);
    expect(counted?.listed).toHaveLength(LIMITS.listedValues);
    expect(counted?.listed.every(([, cells]) => cells === 3)).toBe(true);
    expect(counted?.further).toBe(60);
  });

  it.each([
    ['names of a large file', Array.from({ length: 5_000 }, (_, at) => `name ${at}`), false],
    ['e-mails of a small file', ['a@x.org', 'b@x.org'], false],
    ['names of a small file', Array.from({ length: 60 }, (_, at) => `name ${at}`), false],
    ['titles of a small file', ['Frau', 'Herr', 'Dr.'], true],
    ['countries of a small file', Array.from({ length: 90 }, (_, at) => `country ${at % 55}`), true],
  ])('of %s: listed is %s', (_, values, isListed) => {
    expect(count(values) !== undefined).toBe(isListed);
  });
});

describe('the values of a file', () => {
  const column = (size: number) => ({
    size,
    values: { listed: Array.from({ length: size }, (_, at) => [String(at), 1] as [string, number]), further: 0 },
  });

  it('are all listed in an ordinary file', () => {
    const columns = [column(300), column(2), column(40)];
    expect(withinLimit(columns)).toEqual(columns);
  });

  it('are bounded however many columns there are, and those with few values keep theirs', () => {
    const kept = withinLimit([...Array.from({ length: 990 }, () => column(300)), ...Array.from({ length: 10 }, () => column(4))]);
    expect(kept.reduce((sum, { values }) => sum + (values?.listed.length ?? 0), 0)).toBeLessThanOrEqual(LIMITS.listedInFile);
    expect(kept.filter(({ values }) => values).length).toBeGreaterThan(60);
    expect(kept.slice(-10).every(({ values }) => values)).toBe(true);
  });
});
