import { describe, expect, it } from 'vitest';
import { speedometer } from './speedometer';

/** What is told at the end of reports of [millisecond, rows done], all of one stage. */
function told(reports: readonly (readonly [number, number])[]): number | null {
  const speed = speedometer();
  let last: number | null = null;
  for (const [now, done] of reports) last = speed({ stage: 'applying', done }, now);
  return last;
}

describe('the speed of a stage', () => {
  it.each<[string, number | null, [number, number][]]>([
    ['is not known at its first report', null, [[0, 0]]],
    [
      'is not guessed from a fraction of a second',
      null,
      [
        [0, 0],
        [900, 90_000],
      ],
    ],
    [
      'is told after a second',
      10_000,
      [
        [0, 0],
        [1_000, 10_000],
      ],
    ],
    [
      'does not count what was done before it was resumed',
      10_000,
      [
        [0, 500_000],
        [1_000, 510_000],
      ],
    ],
    [
      'follows the last seconds, not the whole',
      1_000,
      [
        [0, 0],
        [10_000, 1_000_000],
        [20_000, 1_010_000],
        [30_000, 1_020_000],
      ],
    ],
    [
      'falls when nothing more comes',
      0,
      [
        [0, 0],
        [5_000, 50_000],
        [15_000, 50_000],
        [25_000, 50_000],
      ],
    ],
  ])('%s', (_, speed, reports) => {
    expect(told(reports)).toBe(speed);
  });

  it('begins anew with the next stage', () => {
    const speed = speedometer();
    speed({ stage: 'staging', done: 0 }, 0);
    speed({ stage: 'staging', done: 100_000 }, 2_000);
    expect(speed({ stage: 'planning', done: 0 }, 2_100)).toBeNull();
    expect(speed({ stage: 'planning', done: 2_000 }, 4_100)).toBe(1_000);
  });

  it('keeps little however often it is asked', () => {
    expect(told(Array.from({ length: 100_000 }, (_, at) => [at, at * 5] as const))).toBe(5_000);
  });
});
