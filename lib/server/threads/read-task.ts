import type { ColumnProfile, RawRow, Reading, ReadOptions } from '@/lib/engine';

/** What read.thread.ts is asked: to open a file and show its first rows, or to go through all of it. */
export interface ReadTask {
  kind: 'preview' | 'profile';
  path: string;
  name: string;
  options: ReadOptions;
}

/** Answer to a preview. */
export interface FilePreview {
  reading: Reading;
  rows: RawRow[];
}

/** Answer to a profile: `rows` counts the records after the header. */
export interface FileProfile {
  reading: Reading;
  rows: number;
  profile: ColumnProfile[];
}

/** Posted after every chunk: how many rows were read so far. */
export interface ReadMessage {
  rows: number;
}
