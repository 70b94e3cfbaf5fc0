import type { Bucket } from '@/lib/engine';

// Named here again because the engine's door would bring all of its readers to the browser; the types hold both lists together.
const NAMED: Record<Bucket, true> = { created: true, updated: true, unchanged: true, merged: true, held: true, refused: true, not_imported: true };

/** The buckets in the order in which they are shown. */
export const BUCKETS = Object.keys(NAMED) as Bucket[];

/** Whether a text of an address or a form is a bucket. */
export const isBucket = (text: string): text is Bucket => Object.hasOwn(NAMED, text);
