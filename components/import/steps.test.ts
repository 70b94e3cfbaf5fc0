import { describe, expect, it } from 'vitest';
import { IMPORT_STATES, type ImportCounts } from './import-shapes';
import { openSteps, stepOf } from './steps';

const counts = (held: number, refused: number): ImportCounts => ({
  rows: 10,
  created: 10 - held - refused,
  updated: 0,
  unchanged: 0,
  merged: 0,
  held,
  refused,
  not_imported: 0,
});

describe('stepOf', () => {
  it.each(IMPORT_STATES)('leads to a step that is open in the state %s', (state) => {
    for (const profile of [null, []])
      expect(openSteps({ state, profile, counts: null, purgedAt: null, error: null, round: 1 })).toContain(
        stepOf({ state, profile, counts: null, purgedAt: null, error: null, round: 1 }),
      );
  });

  it.each([
    [counts(0, 0), 'plan'],
    [counts(1, 0), 'problems'],
    [counts(0, 1), 'problems'],
  ])('shows a plan at once unless rows stay behind', (planned, step) => {
    expect(stepOf({ state: 'planned', profile: [], counts: planned, purgedAt: null, error: null, round: 1 })).toBe(step);
  });

  it.each(IMPORT_STATES)('of an import in the state %s whose rows are gone leads to what remains', (state) => {
    const facts = { state, profile: null, counts: null, purgedAt: '2026-11-24T00:00:00.000Z', error: null, round: 1 };
    expect(stepOf(facts)).toBe('result');
    expect(openSteps(facts)).toContain('result');
  });

  it('leads back to the reading when the file could not be read', () => {
    expect(stepOf({ state: 'failed', profile: null, counts: null, purgedAt: null, error: null, round: 1 })).toBe('read');
    expect(openSteps({ state: 'failed', profile: null, counts: null, purgedAt: null, error: null, round: 1 })).not.toContain('map');
  });
});
