import type { Bucket } from '@/lib/engine';
import type { ImportCounts, ImportKind } from './import-shapes';

// Named here again because the engine's door would bring all of its readers to the browser; the types hold both lists together.
const NAMED: Record<Bucket, true> = {
  created: true,
  updated: true,
  removed: true,
  unchanged: true,
  merged: true,
  held: true,
  refused: true,
  not_imported: true,
};

/** The buckets in the order in which they are shown. */
export const BUCKETS = Object.keys(NAMED) as Bucket[];

/** Whether a text of an address or a form is a bucket. */
export const isBucket = (text: string): text is Bucket => Object.hasOwn(NAMED, text);

/** Buckets in which rows of a file, and rows that are taken back, can end; others are shown only where there are such rows. */
const USUAL: Record<ImportKind, readonly Bucket[]> = {
  file: BUCKETS.filter((bucket) => bucket !== 'removed'),
  undo: ['updated', 'removed', 'unchanged', 'held'],
  redo: ['created', 'updated', 'unchanged', 'held'],
};

/** The buckets of a ledger. */
export const bucketsOf = (kind: ImportKind, counts: ImportCounts): Bucket[] =>
  BUCKETS.filter((bucket) => USUAL[kind].includes(bucket) || counts[bucket] > 0);
