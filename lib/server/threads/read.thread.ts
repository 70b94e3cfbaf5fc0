import { LIMITS, openFile, profileColumns, type RawRow, type RawTable } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';
import { fileSource } from './file-source';
import type { FilePreview, FileProfile, FileTable, ReadMessage, ReadTask } from './read-task';
import { threadTask } from './thread-task';

function firstRows(table: RawTable, most: number): RawRow[] {
  const rows: RawRow[] = [];
  for (const chunk of table.chunks(Math.min(most, LIMITS.chunkRows))) {
    rows.push(...chunk.slice(0, most - rows.length));
    if (rows.length >= most) break;
  }
  return rows;
}

/** Of a book others’ code has been at work. */
const isOfText = (_: ReadTask, read: FilePreview | FileProfile | FileTable): boolean => 'reading' in read && read.reading.format === 'csv';

threadTask<ReadTask, FilePreview | FileProfile | FileTable, ReadMessage>(({ kind, path, name, options }, post) => {
  const source = { ...fileSource(path), name };
  try {
    const table = openFile(source, options);
    if (kind === 'preview') return { reading: table.reading, rows: firstRows(table, LIMITS.previewRows) };
    if (kind === 'table') return firstRows(table, LIMITS.definitionRows + 1);
    const profile = profileColumns(table.reading.header);
    for (const chunk of table.chunks(LIMITS.chunkRows)) {
      profile.add(chunk);
      if (profile.rowCount > LIMITS.rows) throw new AppError('too-many-rows', { limit: LIMITS.rows });
      post({ rows: profile.rowCount });
    }
    return { reading: table.reading, rows: profile.rowCount, profile: profile.result() };
  } finally {
    source.close();
  }
}, isOfText);
