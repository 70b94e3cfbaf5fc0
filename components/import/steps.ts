import type { ImportDetail, ImportState } from './import-shapes';

/** The steps of an import, in order; each is a page of its own. */
const STEPS = ['upload', 'read', 'drift', 'map', 'values', 'problems', 'plan', 'approval', 'progress', 'result'] as const;
export type Step = (typeof STEPS)[number];

/** What can be seen or changed in each state. */
const OPEN: Record<ImportState, readonly Step[]> = {
  uploading: ['upload'],
  reading: ['read', 'map'],
  read: ['read', 'drift', 'map'],
  mapped: ['read', 'drift', 'map', 'values'],
  planning: ['progress'],
  planned: ['read', 'drift', 'map', 'values', 'problems', 'plan', 'approval'],
  applying: ['drift', 'problems', 'plan', 'approval', 'progress'],
  paused: ['drift', 'problems', 'plan', 'approval', 'progress'],
  stopped: ['drift', 'problems', 'plan', 'approval', 'result'],
  applied: ['drift', 'problems', 'plan', 'approval', 'result'],
  failed: ['read', 'drift', 'map', 'progress'],
  cancelled: ['result'],
};

type Kind = Pick<ImportDetail, 'kind' | 'purpose' | 'drift'>;
type Facts = Kind & Pick<ImportDetail, 'approval' | 'state' | 'profile' | 'counts' | 'purgedAt' | 'error' | 'round' | 'driftAcceptedAt'>;

/**
 * The steps of an import: one that takes another back has no file to be read, only a file that differs from the last one of its recipe is compared
 * with it, what removes brings no values, and only it needs a second person.
 */
export function stepsOf({ kind, purpose, drift }: Kind): readonly Step[] {
  if (kind !== 'file') return ['problems', 'plan', 'progress', 'result'];
  return STEPS.filter((step) => step !== (purpose === 'removal' ? 'values' : 'approval') && (step !== 'drift' || drift.length > 0));
}

/** Whether somebody must accept first that the file differs from the last one of its recipe. */
export const isHeld = ({ state, drift, driftAcceptedAt }: Pick<Facts, 'state' | 'drift' | 'driftAcceptedAt'>): boolean =>
  state === 'read' && drift.length > 0 && driftAcceptedAt === null;

/** The steps that may be opened now. */
export function openSteps(facts: Facts): readonly Step[] {
  const { kind, purpose, state, profile, purgedAt, error, round } = facts;
  // Of an import whose rows are gone there is its sum alone, and what it set.
  if (purgedAt !== null) {
    if (state !== 'applied') return ['result'];
    return purpose === 'removal' && kind === 'file' ? ['plan', 'approval', 'result'] : ['plan', 'result'];
  }
  if (isHeld(facts)) return ['read', 'drift'];
  const open = OPEN[state].filter((step) => stepsOf(facts).includes(step));
  // What is written is neither read nor mapped anew.
  if (round > 1 && state !== 'applied') return open.filter((step) => step !== 'read' && step !== 'map' && step !== 'values');
  if (state === 'failed' && error?.code === 'nothing-written') return ['read', 'map', 'problems', 'plan', 'progress'];
  return open.filter((step) => !(state === 'failed' && step === 'map' && profile === null));
}

const WAITS_AT = {
  uploading: 'upload',
  reading: 'read',
  read: 'read',
  mapped: 'values',
  planning: 'progress',
  applying: 'progress',
  paused: 'progress',
  stopped: 'result',
  applied: 'result',
  cancelled: 'result',
} as const;

/** Whether something may still come of the last request. */
export const isAsked = (approval: ImportDetail['approval']): boolean =>
  approval !== null && ['requested', 'questioned', 'approved'].includes(approval);

/** The step an import waits at, or is worked on at: where its link leads. */
export function stepOf(facts: Facts): Step {
  const { kind, state, profile, counts, purgedAt, round } = facts;
  if (purgedAt !== null) return 'result';
  if (isHeld(facts)) return 'drift';
  if (kind !== 'file' && (state === 'planned' || state === 'failed')) return state === 'planned' ? 'plan' : 'progress';
  if (state === 'planned' && facts.purpose === 'removal') return isAsked(facts.approval) ? 'approval' : 'plan';
  if (state === 'planned') return counts && counts.held + counts.refused > 0 ? 'problems' : 'plan';
  if (state === 'failed' && round > 1) return 'progress';
  if (state === 'failed') return profile === null ? 'read' : 'progress';
  return WAITS_AT[state];
}
