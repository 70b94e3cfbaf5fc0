import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { discardUpload } from '@/lib/server/uploads/upload-folder';
import { moveImport } from './state';

const input = z.object({ importId: z.int().positive() });

/**
 * Ends an import that has not begun to be applied; a job that works on it stops at its next checkpoint, and what had arrived of an
 * unfinished upload goes. Throws `not-found`, or
 * `import-state` when it is too late.
 */
export async function cancelImport(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.create');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  const file = await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await moveImport(db, importId, 'cancelled');
    await recordEvent(db, { action: 'import.cancel', subject: `import:${importId}` });
    return (await db.import.findUniqueOrThrow({ where: { id: importId }, include: { file: true } })).file;
  });
  if (!file.completedAt) await discardUpload(file.key);
}
