import type { Refusal } from '@/components/ui/answer';
import type { Environment } from '@/components/ui/environment-badge';
import type { Bucket, ColumnProfile, ImportRules, Mapping, Reading, ReadOptions, Suggestion } from '@/lib/engine';

export const IMPORT_STATES = ['uploading', 'reading', 'read', 'mapped', 'planning', 'planned', 'applying', 'applied', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Rows of the file, and how many are in each bucket. */
export type ImportCounts = Record<Bucket | 'rows', number>;

/** How far the work in the background is. `total` is null where it cannot be known yet. */
export interface ImportProgress {
  stage: string;
  done: number;
  total: number | null;
  rowsPerSecond: number | null;
}

/** What the pages of one import show. Times are ISO texts, sizes bytes. */
export interface ImportDetail {
  id: number;
  environment: Environment;
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
  workerAlive: boolean;
}

/** An import in a list. */
export interface ImportListItem {
  id: number;
  fileName: string;
  state: ImportState;
  environment: Environment;
  createdAt: string;
  createdByName: string | null;
  counts: ImportCounts | null;
}
