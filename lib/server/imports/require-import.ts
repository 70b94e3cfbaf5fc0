import type pg from 'pg';
import { notFound } from '@/lib/server/errors';

/** Throws `not-found` unless the import can be seen in the transaction's scope: an import without rows is something else than none. */
export async function requireImport(client: pg.ClientBase, importId: number): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM import WHERE id = $1', [importId]);
  if (rowCount !== 1) throw notFound('import');
}
