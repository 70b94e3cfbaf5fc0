import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { KEY } from '@/lib/server/storage/key';

/** The import that bytes are sent for, and the key of its file, which is also the name of the upload. */
export interface UploadTarget {
  importId: number;
  institutionId: number;
  userId: number;
  key: string;
  /** Bytes of the file once it has arrived completely; null while it is awaited. */
  arrived: number | null;
}

/**
 * The import that the request is about, by its id (a new upload) or by the key in the address (one that goes on). Throws
 * `not-found` for what the actor's institution does not have, and `import-state` when the import awaits no file and has none.
 */
export async function findUpload(actor: Actor, by: { importId: number } | { key: string }): Promise<UploadTarget> {
  requirePermission(actor, 'import.create');
  const { institutionId, userId } = actor;
  if ('key' in by && !KEY.test(by.key)) throw notFound('import');
  const where = 'key' in by ? { kind: 'file' as const, file: { key: by.key } } : { id: by.importId };
  const found = await inScope({ kind: 'institution', institutionId, userId }, (db) => db.import.findFirst({ where, include: { file: true } }));
  if (!found) throw notFound('import');
  const { file, state } = found;
  if (state !== 'uploading' && !file.completedAt) throw new AppError('import-state', { state, to: 'uploading' }, 409);
  return { importId: found.id, institutionId, userId, key: file.key, arrived: file.completedAt ? Number(file.size) : null };
}
