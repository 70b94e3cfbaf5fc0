import type { ReadOptions } from '@/lib/engine';

/** What cells.thread.ts is asked: to read a file whose columns nobody has said anything about. */
export interface CellsTask {
  importId: number;
  path: string;
  name: string;
  options: ReadOptions;
}

/** Posted for every chunk: lines for COPY into a table of (import_id, row, cells text[]). */
export interface CellsChunk {
  lines: string;
}
