import type pg from 'pg';
import type { ReadOptions } from '@/lib/engine';
import { copyRows } from '@/lib/server/database/copy-rows';
import { AppError } from '@/lib/server/errors';
import { fileStore } from '@/lib/server/storage/file-store';
import type { CellsChunk, CellsTask } from '@/lib/server/threads/cells-task';
import { runInThread } from '@/lib/server/threads/run-in-thread';

/** Imports that were never planned, or whose plan is gone, with a file that is complete: of its rows the database has none. */
const UNPLANNED = `
  SELECT i.id AS "importId", f.key, f.name, coalesce(i.read_options, '{}') AS options FROM import i JOIN stored_file f ON f.id = i.file_id
  WHERE i.institution_id = foyer_institution() AND i.undoes IS NULL AND i.purged_at IS NULL AND f.completed_at IS NOT NULL AND f.erased_at IS NULL
    AND i.state IN ('reading', 'read', 'mapped', 'failed', 'cancelled')
    AND NOT EXISTS (SELECT FROM import_row r WHERE r.institution_id = i.institution_id AND r.import_id = i.id)`;

const TABLES = `
  CREATE TEMP TABLE unplanned_row (import_id int, row int, cells text[]) ON COMMIT DROP;
  CREATE TEMP TABLE unreadable (import_id int) ON COMMIT DROP`;

/**
 * Fills the temporary tables `unplanned_row` with the rows of files that were never planned, and `unreadable` with the imports whose file cannot
 * be read, as one that is locked.
 */
export async function stageUnplanned(client: pg.ClientBase): Promise<void> {
  await client.query(TABLES);
  const { rows } = await client.query<{ importId: number; key: string; name: string; options: ReadOptions }>(UNPLANNED);
  for (const { key, ...task } of rows) {
    if (!(await isStaged(client, key, task))) await client.query('INSERT INTO unreadable VALUES ($1)', [task.importId]);
  }
  await client.query('ANALYZE unplanned_row');
}

async function isStaged(client: pg.ClientBase, key: string, task: Omit<CellsTask, 'path'>): Promise<boolean> {
  const file = await fileStore()
    .local(key)
    .catch(() => null);
  if (!file) return false;
  try {
    await runInThread<null, CellsChunk>('cells', { ...task, path: file.path } satisfies CellsTask, {
      onMessage: ({ lines }) => (lines ? copyRows(client, 'unplanned_row', [lines]) : undefined),
    });
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return false;
  } finally {
    await file.release();
  }
}
