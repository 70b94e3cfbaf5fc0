import { z } from 'zod';
import { type Edits, type EditsPreview, LIMITS, type Mapping, type ReadOptions } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { fileStore } from '@/lib/server/storage/file-store';
import type { EditsTask } from '@/lib/server/threads/edits.thread';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import { columnMapping } from './column-mapping';
import { parseEdits } from './parse-edits';
import { passToThreads } from './preview-gate';
import { refusePurged } from './state';

const input = z.object({ importId: z.int().positive(), edits: z.unknown(), mapping: columnMapping });

/**
 * What edits would do to the rows of a file, up to LIMITS.editedRows of them. Nothing is stored. Throws `not-found`, `import-purged`,
 * `edits-unusable`, `file-not-there` before the upload is complete, and the code of why the file cannot be read.
 */
export async function previewEdits(actor: Actor, request: { importId: number; edits: Edits; mapping: Mapping }): Promise<EditsPreview> {
  requirePermission(actor, 'import.view');
  const { importId, edits: given, mapping } = input.parse(request);
  const { institutionId, userId } = actor;
  const { found, country } = await inScope({ kind: 'institution', institutionId, userId }, async (db) => ({
    found: await db.import.findUnique({ where: { id: importId }, include: { file: true } }),
    country: (await db.institution.findUnique({ where: { id: institutionId }, select: { country: true } }))?.country ?? '',
  }));
  if (!found) throw notFound('import');
  refusePurged(found);
  const edits = parseEdits(given);
  const { key, name, completedAt } = found.file;
  if (!completedAt) throw new AppError('file-not-there', {}, 409);
  const options = (found.readOptions ?? {}) as ReadOptions;
  return passToThreads(async () => {
    const file = await fileStore().local(key);
    try {
      const task = { path: file.path, name, options, edits, mapping: mapping as Mapping, country } satisfies EditsTask;
      return await runInThread<EditsPreview>('edits', task, { limitMs: LIMITS.previewMs });
    } finally {
      await file.release();
    }
  });
}
