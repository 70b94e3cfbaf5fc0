import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore, LocalFile } from './file-store';

/** Files in a folder, spread over subfolders by the first two digits of their keys. */
export class FolderStore implements FileStore {
  constructor(private readonly dataDir: string) {}

  private path(key: string): string {
    return join(this.dataDir, 'files', key.slice(0, 2), key);
  }

  async take(key: string, path: string): Promise<void> {
    const target = this.path(key);
    await mkdir(dirname(target), { recursive: true });
    try {
      await rename(path, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      // Another disk: copied under a name of its own, so that a half copy is never taken for the file.
      const part = `${target}.part`;
      await copyFile(path, part).catch(async (reason: unknown) => {
        await rm(part, { force: true });
        throw reason;
      });
      await rename(part, target);
      await rm(path, { force: true });
    }
  }

  async size(key: string): Promise<number> {
    return (await stat(this.path(key))).size;
  }

  async local(key: string): Promise<LocalFile> {
    await stat(this.path(key));
    return { path: this.path(key), release: async () => undefined };
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }
}
