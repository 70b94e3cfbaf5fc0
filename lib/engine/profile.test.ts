import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits';
import { profileColumns } from './profile';

const profileOf = (header: string[], rows: string[][], chunk = 7) => {
  const profile = profileColumns(header);
  for (let at = 0; at < rows.length; at += chunk) profile.add(rows.slice(at, at + chunk).map((cells, index) => ({ row: at + index + 2, cells })));
  return profile.result();
};

describe('the profile of columns', () => {
  it('counts what is filled, what differs, and all rows', () => {
    expect(profileOf(['EMAIL1', 'TOWN'], [['a@example.org', 'Bern'], ['b@example.org', ' '], ['c@example.org', 'Bern'], ['']])).toEqual([
      { index: 0, header: 'EMAIL1', filled: 3, rows: 4, distinct: 3, samples: ['a@example.org', 'b@example.org', 'c@example.org'] },
      { index: 1, header: 'TOWN', filled: 2, rows: 4, distinct: 1, samples: ['Bern'], values: { listed: [['Bern', 2]], further: 0 } },
    ]);
  });

  it('shows columns that the header does not name', () => {
    expect(profileOf(['A'], [['1'], ['2', 'Extra']])[1]).toEqual({
      index: 1,
      header: '',
      filled: 1,
      rows: 2,
      distinct: 1,
      samples: ['Extra'],
      values: { listed: [['Extra', 1]], further: 0 },
    });
  });

  it('tells in which order dates are written, from all rows and not from the samples', () => {
    const rows = Array.from({ length: 3_000 }, (_, row) => [
      row === 2_999 ? '12/31/1980' : `0${1 + (row % 9)}/0${1 + (row % 7)}/19${10 + (row % 90)}`,
      'x',
    ]);
    const [dates, texts] = profileOf(['BORN', 'A'], rows, 2_000);
    expect(dates?.dateOrder).toBe('month-first');
    expect(profileOf(['BORN'], rows.slice(0, -1))[0]?.dateOrder).toBe('day-first');
    expect(texts).not.toHaveProperty('dateOrder');
  });

  it('takes samples from anywhere in the file, always the same ones', () => {
    const rows = Array.from({ length: 9_000 }, (_, row) => [row < 4_000 ? '' : `value ${row}`]);
    const [column] = profileOf(['A'], rows, 2_000);
    expect(column?.samples).toHaveLength(LIMITS.samples);
    expect(Math.max(...(column?.samples ?? []).map((sample) => Number(sample.slice(6))))).toBeGreaterThan(6_000);
    expect(profileOf(['A'], rows, 11)[0]?.samples).toEqual(column?.samples);
  });

  it('stops counting different values at the limit, and still samples what follows', () => {
    const [column] = profileOf(
      ['A'],
      Array.from({ length: LIMITS.distinctValues * 5 }, (_, row) => [`value ${row}`]),
      2_000,
    );
    expect(column?.distinct).toBe(LIMITS.distinctValues);
    expect((column?.samples ?? []).some((sample) => Number(sample.slice(6)) >= LIMITS.distinctValues)).toBe(true);
  });

  it('shows the beginning of a long value', () => {
    expect(profileOf(['A'], [['x'.repeat(1_000)]])[0]?.samples[0]).toBe(`${'x'.repeat(120)}…`);
  });

  it('never has a gap, an empty or a repeated sample, nor more than there are different values', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('', ' ', 'a', 'b', 'c', 'd', 'e', 'f', 'g')), { maxLength: 200 }), (rows) => {
        const [column] = profileOf(['A'], rows);
        const values = new Set<string>(rows.map(([value]) => value).filter((value) => value.trim() !== ''));
        const samples = column?.samples ?? [];
        expect(column?.distinct).toBe(values.size);
        expect(samples).toHaveLength(Math.min(values.size, LIMITS.samples));
        expect(new Set(samples).size).toBe(samples.length);
        expect(samples.every((sample) => values.has(sample))).toBe(true);
      }),
    );
  });
});
