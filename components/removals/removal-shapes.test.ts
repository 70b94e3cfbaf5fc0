import { describe, expect, it } from 'vitest';
import { erases, REMOVALS } from '@/lib/engine';
import { countIrreversible, isReversible, OPERATIONS } from './removal-shapes';

describe('what the screens say of operations', () => {
  it('is what the engine does: which there are, and which can be undone', () => {
    expect(OPERATIONS).toEqual(REMOVALS);
    expect(OPERATIONS.map(isReversible)).toEqual(REMOVALS.map((operation) => !erases(operation)));
  });

  it('counts contacts whose information goes for ever', () => {
    expect(countIrreversible({ perOperation: { INVALIDATE: 5, UPDATEACT: 1, DELETE: 2, ANONYMIZE: 3, DROP: 4 } })).toBe(9);
    expect(countIrreversible({ perOperation: { INVALIDATE: 5 } })).toBe(0);
  });
});
