import type { ColumnProfile, RawRow, Reading, ReadOptions } from '@/lib/engine';

/**
 * What read.thread.ts is asked: to open a file and show its first rows, to go through all of it, or to give the rows of a small table, with
 * whatever stands above its header.
 */
export interface ReadTask {
  kind: 'preview' | 'profile' | 'table';
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

/** Answer to a table: one row more than are taken of it where it has more. */
export type FileTable = RawRow[];

/** Posted after every chunk: how many rows were read so far. */
export interface ReadMessage {
  rows: number;
}
