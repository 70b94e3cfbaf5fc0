import { z } from 'zod';
import type { ReadOptions } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { enqueue } from '@/lib/server/jobs/queue';
import { readOptions, sameOptions } from './read-options';
import { refuseErased } from './refuse-erased';
import { moveImport, refuseWritten, UNPLANNED, UNREAD, UNTRIED } from './state';

const input = z.object({ importId: z.int().positive(), options: readOptions });

/**
 * Settles how the file is read. When that differs from how it was read, or reading it failed, the file is read again and what
 * was made of it before goes. Throws `not-found`; `import-state` where the state allows no reading; `file-not-there`.
 */
export async function acceptReading(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.create');
  const { importId, options } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    // Held until the commit, so that a reading that ends in this moment sees the new options or is seen here.
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: importId }, include: { file: true } });
    if (!found) throw notFound('import');
    if (found.undoes !== null) throw new AppError('import-state', { state: found.state, to: 'reading' }, 409);
    refuseErased(found.file);
    if (!found.file.completedAt) throw new AppError('file-not-there', {}, 409);
    if (found.profile && sameOptions((found.readOptions ?? {}) as ReadOptions, options)) return;
    // The job that reads it now looks at the options again before it keeps anything.
    if (found.state === 'reading') return void (await db.import.update({ where: { id: importId }, data: { readOptions: options } }));
    await refuseWritten(db, importId);
    await moveImport(db, importId, 'reading', { ...UNREAD, ...UNPLANNED, ...UNTRIED, readOptions: options });
    await enqueue('read-import', { institutionId, importId }, { db });
  });
}
