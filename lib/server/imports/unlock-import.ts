import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { type Db, inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { enqueue } from '@/lib/server/jobs/queue';
import { fileStore } from '@/lib/server/storage/file-store';
import { newKey } from '@/lib/server/storage/key';
import { gate } from '@/lib/server/threads/gate';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import type { UnlockTask } from '@/lib/server/threads/unlock.thread';
import { uploadPath } from '@/lib/server/uploads/upload-folder';
import { refuseErased } from './refuse-erased';
import { moveImport, UNPLANNED, UNREAD, UNTRIED } from './state';

const input = z.object({ importId: z.int().positive(), password: z.string().min(1).max(255) });

/** Milliseconds for a lock to open: the slowest that Excel makes takes about a second. */
const UNLOCK_MS = 30_000;
const passToThreads = gate(1);

/**
 * Opens the locked file of an import with its password, puts the unlocked file in its place and has it read. The password is used once
 * and kept nowhere. Throws `not-found`, `file-not-there`, `wrong-password`, `lock-not-known`, `import-state`.
 */
export async function unlockImport(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.create');
  const { importId, password } = input.parse(request);
  const { institutionId, userId } = actor;
  const scope = { kind: 'institution', institutionId, userId } as const;
  const { key } = await inScope(scope, (db) => lockedFile(db, importId));
  const unlockedKey = newKey();
  const size = await passToThreads(() => unlock(key, unlockedKey, password));
  try {
    await inScope(scope, async (db) => {
      const { id } = await lockedFile(db, importId);
      await moveImport(db, importId, 'reading', { ...UNREAD, ...UNPLANNED, ...UNTRIED });
      await db.storedFile.update({ where: { id, key }, data: { key: unlockedKey, size } });
      await recordEvent(db, { action: 'import.unlock', subject: `import:${importId}`, details: { size } });
      await enqueue('read-import', { institutionId, importId }, { db });
    });
  } catch (error) {
    await fileStore().remove(unlockedKey);
    throw error;
  }
  await fileStore().remove(key);
}

async function lockedFile(db: Db, importId: number) {
  const found = await db.import.findUnique({ where: { id: importId }, include: { file: true } });
  if (!found) throw notFound('import');
  refuseErased(found.file);
  if (!found.file.completedAt) throw new AppError('file-not-there', {}, 409);
  return found.file;
}

/** Puts the unlocked file into the store; gives its size. */
async function unlock(key: string, unlockedKey: string, password: string): Promise<number> {
  const out = uploadPath(unlockedKey);
  await mkdir(dirname(out), { recursive: true });
  const file = await fileStore().local(key);
  try {
    await runInThread<null>('unlock', { path: file.path, out, password } satisfies UnlockTask, { limitMs: UNLOCK_MS });
    await fileStore().take(unlockedKey, out);
    return await fileStore().size(unlockedKey);
  } finally {
    await file.release();
    await rm(out, { force: true });
  }
}
