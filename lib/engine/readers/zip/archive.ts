import type { ByteSource } from '@/lib/engine/types';
import { type ZipEntry, zipDirectory } from './directory';
import { recoveredDirectory } from './recovered-directory';

/** A zip archive: `complete` is false where its directory is lost and its files were found one by one. */
export interface Archive {
  entries: readonly ZipEntry[];
  complete: boolean;
}

/** Opens an archive without unpacking anything. Throws ReadError `too-large`. */
export function openArchive(source: ByteSource): Archive {
  const entries = zipDirectory(source);
  return { entries: entries ?? recoveredDirectory(source), complete: entries !== null };
}
