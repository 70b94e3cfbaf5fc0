import type { ImportDetail, ImportKind, ImportState } from './import-shapes';

/** The steps of an import, in order; each is a page of its own. */
const STEPS = ['upload', 'read', 'map', 'problems', 'plan', 'progress', 'result'] as const;
export type Step = (typeof STEPS)[number];

/** What can be seen or changed in each state. */
const OPEN: Record<ImportState, readonly Step[]> = {
  uploading: ['upload'],
  reading: ['read', 'map'],
  read: ['read', 'map'],
  mapped: ['read', 'map'],
  planning: ['progress'],
  planned: ['read', 'map', 'problems', 'plan'],
  applying: ['problems', 'plan', 'progress'],
  paused: ['problems', 'plan', 'progress'],
  stopped: ['problems', 'plan', 'result'],
  applied: ['problems', 'plan', 'result'],
  failed: ['read', 'map', 'progress'],
  cancelled: ['result'],
};

type Facts = Pick<ImportDetail, 'kind' | 'state' | 'profile' | 'counts' | 'purgedAt' | 'error' | 'round'>;

/** The steps of an import: one that takes another back has no file to be read. */
export const stepsOf = (kind: ImportKind): readonly Step[] => (kind === 'file' ? STEPS : ['problems', 'plan', 'progress', 'result']);

/** The steps that may be opened now. */
export function openSteps({ kind, state, profile, purgedAt, error, round }: Facts): readonly Step[] {
  // Of an import whose rows are gone there is its sum alone, and what it set.
  if (purgedAt !== null) return state === 'applied' ? ['plan', 'result'] : ['result'];
  const open = OPEN[state].filter((step) => stepsOf(kind).includes(step));
  // What is written is neither read nor mapped anew.
  if (round > 1 && state !== 'applied') return open.filter((step) => step !== 'read' && step !== 'map');
  if (state === 'failed' && error?.code === 'nothing-written') return ['read', 'map', 'problems', 'plan', 'progress'];
  return open.filter((step) => !(state === 'failed' && step === 'map' && profile === null));
}

const WAITS_AT = {
  uploading: 'upload',
  reading: 'read',
  read: 'read',
  mapped: 'map',
  planning: 'progress',
  applying: 'progress',
  paused: 'progress',
  stopped: 'result',
  applied: 'result',
  cancelled: 'result',
} as const;

/** The step an import waits at, or is worked on at: where its link leads. */
export function stepOf(facts: Facts): Step {
  const { kind, state, profile, counts, purgedAt, round } = facts;
  if (purgedAt !== null) return 'result';
  if (kind !== 'file' && (state === 'planned' || state === 'failed')) return state === 'planned' ? 'plan' : 'progress';
  if (state === 'planned') return counts && counts.held + counts.refused > 0 ? 'problems' : 'plan';
  if (state === 'failed' && round > 1) return 'progress';
  if (state === 'failed') return profile === null ? 'read' : 'progress';
  return WAITS_AT[state];
}
