'use client';

import type { Bucket } from '@/lib/engine';
import { useBucketNames } from './bucket-names';
import { Status, type StatusIcon, type Tone } from './status';

/** Tone and icon of each bucket. */
const BUCKET_LOOK: Record<Bucket, { tone: Tone; icon: StatusIcon }> = {
  created: { tone: 'good', icon: 'created' },
  updated: { tone: 'busy', icon: 'updated' },
  removed: { tone: 'bad', icon: 'removed' },
  unchanged: { tone: 'quiet', icon: 'unchanged' },
  merged: { tone: 'quiet', icon: 'merged' },
  held: { tone: 'care', icon: 'held' },
  refused: { tone: 'bad', icon: 'refused' },
  not_imported: { tone: 'quiet', icon: 'skipped' },
};

/** What became, or will become, of a row. */
export function BucketStatus({ bucket }: { bucket: Bucket }) {
  const nameOf = useBucketNames();
  return <Status {...BUCKET_LOOK[bucket]}>{nameOf(bucket)}</Status>;
}
