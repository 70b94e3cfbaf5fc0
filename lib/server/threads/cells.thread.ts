import { LIMITS, openFile } from '@/lib/engine';
import { arrayLiteral, copyLine } from '@/lib/server/database/copy-rows';
import type { CellsChunk, CellsTask } from './cells-task';
import { fileSource } from './file-source';
import { threadTask } from './thread-task';

threadTask<CellsTask, null, CellsChunk>(({ importId, path, name, options }, post) => {
  const source = { ...fileSource(path), name };
  const line = (row: number, cells: readonly string[]) => copyLine([importId, row, arrayLiteral(cells.map((cell) => cell.replaceAll('\0', '')))]);
  try {
    const table = openFile(source, options);
    post({ lines: line(0, table.reading.header) });
    for (const chunk of table.chunks(LIMITS.chunkRows)) post({ lines: chunk.map(({ row, cells }) => line(row, cells)).join('') });
    return null;
  } finally {
    source.close();
  }
});
