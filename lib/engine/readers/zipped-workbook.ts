import type { ByteSource } from '@/lib/engine/types';
import { ReadError } from './reader';
import { isZip, storedBytes, type ZipEntry, zipDirectory } from './zip-directory';

/** Unpacked bytes of a zipped workbook that are read: its rows are held in memory, at several times this. */
const UNPACKED_LIMIT = 300_000_000;
/** No sheet of real cells packs this well; a bomb of blanks does. */
const RATIO_LIMIT = 400;
const RATIO_FROM = 20_000_000;

/** Whether a zip holds a file of one of these names; false for anything else. */
export function zipHolds(head: Uint8Array, source: ByteSource, name: RegExp): boolean {
  if (!isZip(head)) return false;
  try {
    return zipDirectory(source).some((entry) => name.test(entry.name));
  } catch {
    return false;
  }
}

/** Refuses an archive that would unpack to too much or that is locked, before anything is unpacked. Throws ReadError. */
export function guardZip(source: ByteSource, format: string): void {
  const entries = zipDirectory(source);
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressed, 0);
  const bomb = entries.some((entry) => entry.uncompressed > RATIO_FROM && entry.uncompressed > entry.compressed * RATIO_LIMIT);
  if (unpacked > UNPACKED_LIMIT || bomb) throw new ReadError('too-large', { what: format, limit: UNPACKED_LIMIT });
  if (entries.some((entry) => entry.locked || isScrambled(source, entry))) throw new ReadError('password-protected', { kind: format });
}

/** OpenDocument encrypts each part by itself: its XML is then stored as bytes that are no XML. */
function isScrambled(source: ByteSource, entry: ZipEntry): boolean {
  if (!/^(content|styles)\.xml$/.test(entry.name) || entry.method !== 0) return false;
  const first = storedBytes(source, entry, 4);
  return first.length > 0 && first[0] !== 0x3c && first[0] !== 0xef;
}
