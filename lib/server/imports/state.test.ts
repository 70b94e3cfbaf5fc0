import { describe, expect, it } from 'vitest';
import type { ImportState } from '@/lib/server/generated/prisma/client';
import { MOVES, RUNNING, statesBefore } from './state';

const states = Object.keys(MOVES) as ImportState[];

/** Where an import can get to from a state, over any number of moves. */
function reachable(from: ImportState): Set<ImportState> {
  const reached = new Set<ImportState>([from]);
  for (const state of reached) for (const next of MOVES[state]) reached.add(next);
  return reached;
}

describe('the states of an import', () => {
  it('can all be reached from the first one', () => {
    expect([...reachable('uploading')].sort()).toEqual([...states].sort());
  });

  it('end in one of them, and in another from which only conflicts are planned again', () => {
    expect(states.filter((state) => MOVES[state].length === 0)).toEqual(['cancelled']);
    expect(MOVES.applied).toEqual(['planning']);
  });

  it.each<[ImportState, readonly ImportState[]]>([
    ['cancelled', ['uploading', 'reading', 'read', 'mapped', 'planning', 'planned', 'failed']],
    ['failed', ['uploading', 'reading', 'planning', 'applying']],
    ['applying', ['planned', 'paused', 'stopped', 'failed']],
    ['paused', ['applying']],
    ['stopped', ['applying', 'paused']],
    ['applied', ['applying']],
  ])('lead to %s from %j alone', (to, from) => {
    expect(statesBefore(to)).toEqual(from);
  });

  it.each<ImportState>(['applying', 'paused', 'stopped'])('lead from %s neither to another plan nor to being given up', (state) => {
    const elsewhere: ImportState[] = ['reading', 'read', 'mapped', 'planning', 'planned', 'cancelled'];
    expect(MOVES[state].filter((next) => elsewhere.includes(next))).toEqual([]);
  });

  it('let every work that is under way end otherwise than it was meant to', () => {
    for (const state of Object.keys(RUNNING) as (keyof typeof RUNNING)[]) expect(MOVES[state].length, state).toBeGreaterThan(1);
  });
});
