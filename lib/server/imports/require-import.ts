import type pg from 'pg';
import { notFound } from '@/lib/server/errors';
import type { ImportState } from '@/lib/server/generated/prisma/client';

/**
 * The state of an import. Throws `not-found` unless it can be seen in the transaction's scope: an import without rows is something else
 * than none.
 */
export async function requireImport(client: pg.ClientBase, importId: number): Promise<ImportState> {
  const { rows } = await client.query<{ state: ImportState }>('SELECT state FROM import WHERE id = $1', [importId]);
  if (!rows[0]) throw notFound('import');
  return rows[0].state;
}
