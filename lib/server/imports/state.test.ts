import { describe, expect, it } from 'vitest';
import { MOVES, RUNNING, statesBefore } from './state';

const states = Object.keys(MOVES) as (keyof typeof MOVES)[];

describe('the states of an import', () => {
  it('can all be reached from the first one', () => {
    const reached = new Set<string>(['uploading']);
    for (const state of reached) for (const next of MOVES[state as keyof typeof MOVES]) reached.add(next);
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it('end in one of them, and in another from which only conflicts are planned again', () => {
    expect(states.filter((state) => MOVES[state].length === 0)).toEqual(['cancelled']);
    expect(MOVES.applied).toEqual(['planning']);
  });

  it('allow to cancel until it is being applied, and never after', () => {
    expect(statesBefore('cancelled')).toEqual(['uploading', 'reading', 'read', 'mapped', 'planning', 'planned', 'failed']);
  });

  it('allow to fail wherever something is under way', () => {
    expect(statesBefore('failed')).toEqual(['uploading', ...Object.keys(RUNNING)]);
  });

  it('apply nothing that was not planned, except to go on after a failure', () => {
    expect(statesBefore('applying')).toEqual(['planned', 'failed']);
  });
});
