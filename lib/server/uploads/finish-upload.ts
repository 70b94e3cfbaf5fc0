import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { moveImport, UNTRIED } from '@/lib/server/imports/state';
import { enqueue } from '@/lib/server/jobs/queue';
import { fileStore } from '@/lib/server/storage/file-store';
import type { UploadTarget } from './find-upload';
import { discardUpload, uploadPath } from './upload-folder';

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/**
 * Takes a complete upload into the file store and sends its import on to be read, with the job, in one commit. When the
 * store fails it may be repeated; when only the commit fails the browser finds no upload any more and sends the file anew.
 */
export async function finishUpload({ importId, institutionId, userId, key }: UploadTarget): Promise<void> {
  const path = uploadPath(key);
  const { size } = await stat(path);
  const hash = await sha256(path);
  await fileStore().take(key, path);
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.storedFile.update({ where: { key }, data: { size, sha256: hash, completedAt: new Date() } });
    await moveImport(db, importId, 'reading', UNTRIED);
    await recordEvent(db, { action: 'import.upload', subject: `import:${importId}`, details: { size, sha256: hash } });
    await enqueue('read-import', { institutionId, importId }, { db });
  });
  await discardUpload(key);
}
