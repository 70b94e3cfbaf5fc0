import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gate } from './gate';

describe('a gate', () => {
  it('never lets more through than it has places, in the order in which they came', async () => {
    const pass = gate(2);
    const begun: number[] = [];
    let inside = 0;
    let most = 0;
    const works = Array.from({ length: 9 }, (_, index) =>
      pass(async () => {
        begun.push(index);
        most = Math.max(most, ++inside);
        await wait(index % 3);
        inside--;
        return index;
      }),
    );
    expect(await Promise.all(works)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(most).toBe(2);
  });

  it('goes on after work that failed', async () => {
    const pass = gate(1);
    await expect(pass(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await pass(async () => 'next')).toBe('next');
  });
});
