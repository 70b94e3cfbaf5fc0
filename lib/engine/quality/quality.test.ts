import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edits, NO_EDITS } from '@/lib/engine/edits';
import type { InstitutionContext } from '@/lib/engine/institution-context';
import { prepareStages } from '@/lib/engine/row-stages';
import type { Mapping } from '@/lib/engine/types';
import { joinQuality, QualityCount } from './count-quality';
import { DistinctEstimate } from './distinct-estimate';

const estimateOf = (values: Iterable<string>) => {
  const estimate = new DistinctEstimate();
  for (const value of values) estimate.add(value);
  return estimate;
};
const numbered = (count: number, name = 'a') => Array.from({ length: count }, (_, at) => `${name}.${at}@example.org`);

describe('an estimate of different values', () => {
  it.each([1, 10, 40])('of %i is exact', (count) => {
    expect(estimateOf([...numbered(count), ...numbered(count)]).count).toBe(count);
  });

  it.each([300, 5_000, 60_000, 400_000])('of %i is within two in a hundred', (count) => {
    expect(Math.abs(estimateOf(numbered(count)).count - count) / count).toBeLessThan(0.02);
  });

  it('of parts that are joined is that of the whole, whatever the parts have in common', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
        const joined = estimateOf(one);
        joined.join(estimateOf(other));
        expect(joined.count).toBe(estimateOf([...one, ...other]).count);
      }),
    );
  });
});

const institution: InstitutionContext = {
  ...{ code: 'LAC', country: 'CH', language: 'fr', organizations: [], lists: {}, numberRanges: [], rules: { lenient: true }, today: '2026-11-25' },
  criteria: [{ code: 'PREF', type: 'multi', scope: 'BOTH', values: ['Opera'] }],
};
const mapping: Mapping = { 0: 'LASTNAME', 1: 'EMAIL1', 2: 'TELEPHONE', 3: 'BIRTHDATE', 4: 'CRIT01' };
const FILE = [
  ['Roux', 'a@x.org', '041 213 11 00', '12.03.1980', 'PREF=Opera'],
  ['Roux', 'A@X.org', '+41412131100', '31.02.1980', 'PREF=Jazz'],
  ['Blanc', 'nobody', '', '1980-03-12', ''],
  ['', '', '=', '', 'PREF=Opera'],
];

function qualityOf(rows: readonly string[][], parts = 1, edits: Edits = NO_EDITS) {
  const shares = Array.from({ length: parts }, (_, part) => {
    const stages = prepareStages({ institution, mapping, edits, profile: [] });
    const count = new QualityCount(mapping);
    const raw = rows.flatMap((cells, at) => (at % parts === part ? [{ row: at + 2, cells }] : []));
    count.add({ raw, ...stages.inOrder(raw) });
    return count.result();
  });
  return joinQuality(shares);
}

describe('the quality of a file', () => {
  it('counts per field what is filled, taken as written, usable and different', () => {
    expect(qualityOf(FILE)).toEqual({
      rows: 4,
      fields: [
        { field: 'LASTNAME', filled: 3, asWritten: 3, usable: 3, distinct: 2 },
        { field: 'BIRTHDATE', filled: 3, asWritten: 1, usable: 2, distinct: 1 },
        { field: 'TELEPHONE', filled: 2, asWritten: 1, usable: 2, distinct: 1 },
        { field: 'EMAIL1', filled: 3, asWritten: 1, usable: 2, distinct: 1 },
        { field: 'CRIT01', filled: 3, asWritten: 2, usable: 2, distinct: 1 },
      ],
    });
  });

  it('is that of the file before edits, and of the import after them', () => {
    const edits: Edits = {
      version: 1,
      list: [
        { op: 'map-values', column: 0, values: { Blanc: 'Noir', Roux: '' } },
        { op: 'set-default', column: 1, value: 'office@x.org' },
      ],
    };
    expect(qualityOf(FILE, 1, edits).fields.filter(({ field }) => field === 'LASTNAME' || field === 'EMAIL1')).toEqual([
      { field: 'LASTNAME', filled: 3, asWritten: 0, usable: 1, distinct: 1 },
      { field: 'EMAIL1', filled: 4, asWritten: 1, usable: 3, distinct: 2 },
    ]);
  });

  it('is the same however many threads count it', () => {
    expect(qualityOf(FILE, 3)).toEqual(qualityOf(FILE));
  });
});
