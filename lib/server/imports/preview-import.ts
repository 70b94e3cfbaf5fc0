import { z } from 'zod';
import { LIMITS, type ReadOptions } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { fileStore } from '@/lib/server/storage/file-store';
import type { FilePreview, ReadTask } from '@/lib/server/threads/read-task';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import { passToThreads } from './preview-gate';
import { readOptions } from './read-options';
import { refuseErased } from './refuse-erased';
import { refusePurged } from './state';

const input = z.object({ importId: z.int().positive(), options: readOptions });

/**
 * What the file looks like when it is read with these options: what was understood, and its first rows. Nothing is stored. Throws
 * `not-found`, `import-purged`, `file-not-there` before the upload is complete, and the code of why the file cannot be read.
 */
export async function previewImport(actor: Actor, request: z.input<typeof input>): Promise<FilePreview> {
  requirePermission(actor, 'import.view');
  const { importId, options } = input.parse(request);
  const { institutionId, userId } = actor;
  const found = await inScope({ kind: 'institution', institutionId, userId }, (db) =>
    db.import.findUnique({ where: { id: importId }, include: { file: true } }),
  );
  if (!found) throw notFound('import');
  refusePurged(found);
  refuseErased(found.file);
  const { key, name, completedAt } = found.file;
  if (!completedAt) throw new AppError('file-not-there', {}, 409);
  return passToThreads(() => preview(key, name, options));
}

async function preview(key: string, name: string, options: ReadOptions): Promise<FilePreview> {
  const file = await fileStore().local(key);
  try {
    return await runInThread<FilePreview>('read', { kind: 'preview', path: file.path, name, options } satisfies ReadTask, {
      limitMs: LIMITS.previewMs,
    });
  } finally {
    await file.release();
  }
}
