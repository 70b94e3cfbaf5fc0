import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Actor } from '@/lib/server/actor';
import { findUpload } from '@/lib/server/uploads/find-upload';
import { finishUpload } from '@/lib/server/uploads/finish-upload';
import { uploadPath } from '@/lib/server/uploads/upload-folder';

/** Takes a file of this machine's disk for an import that waits for one, as if it had been uploaded; the file is copied. */
export const bringFile = async (who: Actor, importId: number, path: string): Promise<void> => {
  const target = await findUpload(who, { importId });
  await mkdir(dirname(uploadPath(target.key)), { recursive: true });
  await copyFile(path, uploadPath(target.key));
  await finishUpload(target);
};
