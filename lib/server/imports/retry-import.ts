import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import type { Prisma } from '@/lib/server/generated/prisma/client';
import { enqueue } from '@/lib/server/jobs/queue';
import { refuseErased } from './refuse-erased';
import { moveImport, RUNNING, UNTRIED } from './state';

const input = z.object({ importId: z.int().positive() });

type Failed = Prisma.ImportGetPayload<{ include: { file: true } }>;

/** The work that was under way when it failed, told from what is already there. */
function interrupted({ undoes, file, profile, confirmedAt }: Failed): 'uploading' | keyof typeof RUNNING {
  if (!file.completedAt) return 'uploading';
  // An apply that is all or nothing and wrote nothing.
  if (confirmedAt) return 'applying';
  return profile || undoes !== null ? 'planning' : 'reading';
}

/**
 * Tries a failed import again where it failed: the upload goes on, or the job is queued anew. An apply that ended half-way is no failure:
 * it is resumed (see resumeImport). Throws `not-found`, or `import-state` when it has not failed.
 */
export async function retryImport(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.create');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: importId }, include: { file: true } });
    if (!found) throw notFound('import');
    if (found.state !== 'failed') throw new AppError('import-state', { state: found.state, to: 'reading' }, 409);
    const to = interrupted(found);
    if (to === 'reading' || (to === 'planning' && found.undoes === null)) refuseErased(found.file);
    await moveImport(db, importId, to, UNTRIED);
    await recordEvent(db, { action: 'import.retry', subject: `import:${importId}`, details: { to } });
    if (to !== 'uploading') await enqueue(RUNNING[to], { institutionId, importId }, { db });
  });
}
