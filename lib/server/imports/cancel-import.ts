import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope, inScopeSql } from '@/lib/server/database/scope';
import { discardUpload } from '@/lib/server/uploads/upload-folder';
import { giveUpReplan } from './give-up-replan';
import { moveImport } from './state';

const input = z.object({ importId: z.int().positive() });

/**
 * Ends an import that has not begun to be applied; a job that works on it stops at its next checkpoint, and what had arrived of an
 * unfinished upload goes. Of an import that has been applied only the planning of its conflicts is given up. Throws `not-found`, or
 * `import-state` when it is too late.
 */
export async function cancelImport(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.create');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  const scope = { kind: 'institution', institutionId, userId } as const;
  if (await inScopeSql(scope, (client) => giveUpReplan(client, { institutionId, importId }))) return;
  const file = await inScope(scope, async (db) => {
    await moveImport(db, importId, 'cancelled');
    await recordEvent(db, { action: 'import.cancel', subject: `import:${importId}` });
    return (await db.import.findUniqueOrThrow({ where: { id: importId }, include: { file: true } })).file;
  });
  if (!file.completedAt) await discardUpload(file.key);
}
