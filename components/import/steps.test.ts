import { describe, expect, it } from 'vitest';
import { IMPORT_STATES, type ImportCounts } from './import-shapes';
import { openSteps, stepOf, stepsOf } from './steps';

const counts = (held: number, refused: number): ImportCounts => ({
  rows: 10,
  created: 10 - held - refused,
  updated: 0,
  removed: 0,
  unchanged: 0,
  merged: 0,
  held,
  refused,
  not_imported: 0,
});

/** Nothing of the import was taken away, and nothing was planned twice. */
const USUAL = { purgedAt: null, error: null, round: 1, purpose: 'change' as const, approval: null, drift: [], driftAcceptedAt: null };

describe('stepOf', () => {
  it.each(IMPORT_STATES)('leads to a step that is open in the state %s', (state) => {
    for (const profile of [null, []]) {
      const facts = { kind: 'file' as const, state, profile, counts: null, ...USUAL };
      expect(openSteps(facts)).toContain(stepOf(facts));
    }
  });

  it.each(['planning', 'planned', 'applying', 'applied', 'failed', 'cancelled'] as const)('leads an undo that is %s to a step it has', (state) => {
    const facts = { kind: 'undo' as const, state, profile: null, counts: counts(1, 0), ...USUAL };
    expect(openSteps(facts)).toContain(stepOf(facts));
    expect(stepsOf({ kind: 'undo', purpose: 'change', drift: [] })).toContain(stepOf(facts));
  });

  it.each([
    [counts(0, 0), 'plan'],
    [counts(1, 0), 'problems'],
    [counts(0, 1), 'problems'],
  ])('shows a plan at once unless rows stay behind', (planned, step) => {
    expect(stepOf({ kind: 'file', state: 'planned', profile: [], counts: planned, ...USUAL })).toBe(step);
  });

  it('leads to how far it is while it is paused, and to what was written once it is stopped', () => {
    expect(stepOf({ kind: 'file', state: 'paused', profile: [], counts: counts(0, 0), ...USUAL })).toBe('progress');
    expect(stepOf({ kind: 'file', state: 'stopped', profile: [], counts: counts(0, 0), ...USUAL })).toBe('result');
  });

  it.each(IMPORT_STATES)('of an import in the state %s whose rows are gone leads to what remains', (state) => {
    const facts = { kind: 'file' as const, state, profile: null, counts: null, ...USUAL, purgedAt: '2026-11-24T00:00:00.000Z' };
    expect(stepOf(facts)).toBe('result');
    expect(openSteps(facts)).toContain('result');
  });

  it('leads back to the reading when the file could not be read', () => {
    expect(stepOf({ kind: 'file', state: 'failed', profile: null, counts: null, ...USUAL })).toBe('read');
    expect(openSteps({ kind: 'file', state: 'failed', profile: null, counts: null, ...USUAL })).not.toContain('map');
  });

  it.each([
    [null, 'plan'],
    ['requested', 'approval'],
    ['questioned', 'approval'],
    ['approved', 'approval'],
    ['refused', 'plan'],
    ['stale', 'plan'],
  ] as const)('leads a removal whose request is %s to the step %s', (approval, step) => {
    const facts = {
      kind: 'file' as const,
      state: 'planned' as const,
      profile: [],
      counts: counts(1, 0),
      ...USUAL,
      purpose: 'removal' as const,
      approval,
    };
    expect(stepOf(facts)).toBe(step);
    expect(openSteps(facts)).toContain(step);
  });

  it('gives the step of approval to removals alone', () => {
    for (const kind of ['file', 'undo', 'redo'] as const)
      for (const purpose of ['change', 'removal'] as const)
        expect(stepsOf({ kind, purpose, drift: [] }).includes('approval')).toBe(kind === 'file' && purpose === 'removal');
  });

  it('holds a file that differs from the last one of its recipe until somebody accepts that', () => {
    const facts = { kind: 'file' as const, state: 'read' as const, profile: [], counts: null, ...USUAL, drift: [{ code: 'rows-jump' as const }] };
    expect([stepOf(facts), openSteps(facts)]).toEqual(['drift', ['read', 'drift']]);
    const accepted = { ...facts, driftAcceptedAt: '2026-11-24T00:00:00.000Z' };
    expect([stepOf(accepted), openSteps(accepted)]).toEqual(['read', ['read', 'drift', 'map']]);
    expect(openSteps({ ...accepted, state: 'applied' })).toContain('drift');
    expect(openSteps({ ...facts, drift: [] })).toEqual(['read', 'map']);
  });
});
