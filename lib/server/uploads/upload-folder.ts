import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { env } from '@/lib/server/env';

/** No room left: of the disk, or of what the user or the file system allows. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** True when an error says that there was no room to write. */
export const isDiskFull = (error: unknown): boolean => FULL.has((error as NodeJS.ErrnoException | null)?.code ?? '');

/** Where the bytes of an upload gather until it is complete. */
export const uploadPath = (key: string) => join(env().dataDir, 'uploads', key);

/** Unfinished uploads in a folder, one file each beside what is known about it. */
export class UploadFolder extends FileStore {
  constructor() {
    super({ directory: uploadPath('') });
  }

  /** As its parent does, which however hides why a write failed. */
  override async write(readable: Readable, key: string, offset: number): Promise<number> {
    const target = createWriteStream(uploadPath(key), { flags: 'r+', start: offset });
    await pipeline(readable, target);
    return offset + target.bytesWritten;
  }
}

/** Removes all that is there of an upload; nothing happens when there is nothing. */
export async function discardUpload(key: string): Promise<void> {
  await rm(uploadPath(key), { force: true });
  await rm(`${uploadPath(key)}.json`, { force: true });
}
