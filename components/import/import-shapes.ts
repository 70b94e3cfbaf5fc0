import type { ImportRecipe } from '@/components/recipes/recipe-shapes';
import type { Refusal } from '@/components/ui/answer';
import type { Environment } from '@/components/ui/environment-badge';
import type { Bucket, ColumnProfile, DriftFinding, Edits, ImportRules, Mapping, Reading, ReadOptions, Suggestion } from '@/lib/engine';

export const IMPORT_STATES = [
  'uploading',
  'reading',
  'read',
  'mapped',
  'planning',
  'planned',
  'applying',
  'paused',
  'stopped',
  'applied',
  'failed',
  'cancelled',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What an import carries out: a file, the reverse of an earlier import, or the reverse of that. */
export type ImportKind = 'file' | 'undo' | 'redo';

/** What the file of an import is meant for. */
export type ImportPurpose = 'change' | 'removal';

/** Where the last request for approval of an import stands. */
export type ApprovalState = 'requested' | 'questioned' | 'approved' | 'refused' | 'withdrawn' | 'cancelled' | 'run' | 'stale';

/** Rows of the file, and how many are in each bucket. */
export type ImportCounts = Record<Bucket | 'rows', number>;

/** How far the work in the background is. `total` is null where it cannot be known yet. */
export interface ImportProgress {
  stage: string;
  done: number;
  total: number | null;
  rowsPerSecond: number | null;
}

/** From when on contacts count as inactive. */
export interface InactiveRule {
  prospectMonths: number;
  customerMonths: number;
  /** ISO text. */
  asOf: string;
}

/** What the pages of one import show. Times are ISO texts, sizes bytes. */
export interface ImportDetail {
  id: number;
  environment: Environment;
  kind: ImportKind;
  purpose: ImportPurpose;
  /** null where nobody ever asked. */
  approval: ApprovalState | null;
  /** The import that an undo takes back, and the undo that took this one back. */
  undoes: number | null;
  undoneBy: number | null;
  state: ImportState;
  fileName: string;
  size: number;
  createdAt: string;
  createdByName: string | null;
  reading: Reading | null;
  readOptions: ReadOptions;
  profile: ColumnProfile[] | null;
  suggestions: Suggestion[] | null;
  mapping: Mapping | null;
  /** Accepted with the mapping; what would be proposed beside it. */
  edits: Edits | null;
  suggestedEdits: Edits;
  rules: ImportRules;
  institutionRules: ImportRules;
  progress: ImportProgress | null;
  counts: ImportCounts | null;
  balanced: boolean | null;
  planHash: string | null;
  error: Refusal | null;
  appliedAt: string | null;
  /** 1 unless rows that met a changed contact were planned again. */
  round: number;
  /** Rows that can be planned again because they met a changed contact. */
  replannable: number;
  /** Since when rows, file and values are gone. */
  purgedAt: string | null;
  sameFileAs: { importId: number; appliedAt: string } | null;
  /** The rule that listed the contacts of a removal; null where a person brought a file. */
  inactiveRule: InactiveRule | null;
  /** The recipe with a name that its file is of. */
  recipe: ImportRecipe | null;
  /** In what the file differs from the last one of the recipe, and since when that is accepted. */
  drift: DriftFinding[];
  driftAcceptedAt: string | null;
}

/** How it stands with the work that is under way. */
export interface WorkStatus {
  /** lost: the worker that had it does not answer any more, and another takes it over. */
  hand: 'waiting' | 'working' | 'lost';
  /** Imports before it while it waits. */
  before: number | null;
  /** Workers that answer. */
  workers: number;
}

/** What is asked again and again while work is under way. */
export interface ImportGlance {
  state: ImportState;
  progress: ImportProgress | null;
  /** null where nothing is under way. */
  work: WorkStatus | null;
  /** Whether it waits for somebody to accept that its file differs from the last one of its recipe. */
  held: boolean;
}

/** An import in a list. */
export interface ImportListItem {
  id: number;
  kind: ImportKind;
  purpose: ImportPurpose;
  approval: ApprovalState | null;
  undoes: number | null;
  undoneBy: number | null;
  /** ISO text; null where there is nothing to undo. */
  undoableUntil: string | null;
  fileName: string;
  state: ImportState;
  /** Whether it waits for somebody to accept that its file differs from the last one of its recipe. */
  held: boolean;
  environment: Environment;
  createdAt: string;
  createdByName: string | null;
  counts: ImportCounts | null;
}

/** What of an import could be taken back, in contacts, and until when (ISO text). */
export interface UndoOffer {
  until: string;
  created: number;
  updated: number;
  removed: number;
}

/** What of an import is to be taken back: whole contacts, fields or both; of all rows or of some, as ranges with both ends included. */
export interface UndoScope {
  what: 'all' | 'contacts' | 'fields';
  rows?: [number, number][];
}
