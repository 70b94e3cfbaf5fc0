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

/** Unfinished uploads in a folder, one file each beside what is known about it. */
export class UploadFolder extends FileStore {
  constructor() {
    super({ directory: join(env().dataDir, 'uploads') });
  }

  path(key: string): string {
    return join(this.directory, key);
  }

  /** As its parent does, which however hides why a write failed. */
  override async write(readable: Readable, key: string, offset: number): Promise<number> {
    const target = createWriteStream(this.path(key), { flags: 'r+', start: offset });
    await pipeline(readable, target);
    return offset + target.bytesWritten;
  }

  /** Removes all that is there of an upload. */
  async discard(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
    await this.configstore.delete(key).catch(() => undefined);
  }
}
