import { describe, expect, it } from 'vitest';
import { profileColumns } from './profile';

/** The mix of a column with these values, each in so many rows. */
function mixOf(...values: [value: string, rows: number][]) {
  const profile = profileColumns(['A']);
  profile.add(values.flatMap(([value, rows]) => Array.from({ length: rows }, (_, row) => ({ row, cells: [value] }))));
  return profile.result()[0]?.mix;
}

const several = (count: number, rows: number): [string, number][] => Array.from({ length: count }, (_, at) => [`v${at}`, rows]);

describe('the mix of a column', () => {
  it.each<[string, [string, number][], ReturnType<typeof mixOf>]>([
    [
      'names values by how many rows hold them, blank cells apart',
      [
        ['no', 20],
        ['yes', 30],
        [' ', 10],
      ],
      [
        ['yes', 30],
        ['no', 20],
      ],
    ],
    ['is not told of few rows', [['yes', 49]], undefined],
    ['is told from fifty rows on', [['yes', 50]], [['yes', 50]]],
    [
      'names no value that four rows hold',
      [
        ['yes', 50],
        ['Rosalind', 4],
      ],
      [['yes', 50]],
    ],
    [
      'names a value that five rows hold',
      [
        ['yes', 50],
        ['maybe', 5],
      ],
      [
        ['yes', 50],
        ['maybe', 5],
      ],
    ],
    ['is that of twenty values', several(20, 5), several(20, 5).sort()],
    ['is none of twenty-one', several(21, 5), undefined],
    ['is none where a value is a sentence', [['x'.repeat(61), 60]], undefined],
  ])('%s', (_, values, expected) => {
    expect(mixOf(...values)).toEqual(expected);
  });
});
