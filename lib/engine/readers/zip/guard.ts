import { fileIssue } from '@/lib/engine/readers/file-issue';
import { ReadError } from '@/lib/engine/readers/reader';
import type { ByteSource, FileIssue } from '@/lib/engine/types';
import { openArchive } from './archive';
import { isZip, type ZipEntry } from './directory';
import { isAltered, unpacked } from './unpacked';

/** Unpacked bytes of a book that is held in memory as a whole, at several times this. */
const HELD_BYTES = 300_000_000;
/** Unpacked bytes of what is read as a stream: a million rows of fifteen columns in a workbook are about a gigabyte. */
export const UNPACKED_BYTES = 4_000_000_000;
/** No sheet of real cells packs this well; a bomb of blanks does. */
export const RATIO_LIMIT = 400;
export const RATIO_FROM = 20_000_000;

/** Whether a zip holds a file of one of these names; false for anything else. */
export function zipHolds(head: Uint8Array, source: ByteSource, name: RegExp): boolean {
  if (!isZip(head)) return false;
  try {
    return openArchive(source).entries.some((entry) => name.test(entry.name));
  } catch {
    return false;
  }
}

/** Refuses an archive that would unpack to more than `limit` bytes, or that is locked, before anything is unpacked. Throws ReadError. */
export function guardZip(source: ByteSource, format: string, limit = HELD_BYTES): void {
  const { entries } = openArchive(source);
  const total = entries.reduce((sum, entry) => sum + entry.uncompressed, 0);
  const bomb = entries.some((entry) => entry.uncompressed > RATIO_FROM && entry.uncompressed > entry.compressed * RATIO_LIMIT);
  if (total > limit || bomb) throw new ReadError('too-large', { what: format, limit });
  if (entries.some((entry) => entry.locked || isScrambled(source, entry))) throw new ReadError('password-protected', { kind: format });
}

/** What is to be said of a book whose parts do not fit their check sums; its pictures do not matter. Unpacks them all. */
export function alteredParts(source: ByteSource): FileIssue[] {
  const parts = openArchive(source).entries.filter(({ name }) => /\.(?:xml|bin|rels)$/i.test(name));
  return parts.some((entry) => isAltered(source, entry)) ? [fileIssue('checksum-wrong')] : [];
}

/** OpenDocument encrypts all of a document as one part, or each part by itself: its XML is then stored as bytes that are no XML. */
function isScrambled(source: ByteSource, entry: ZipEntry): boolean {
  if (entry.name === 'encrypted-package') return true;
  if (!/^(content|styles)\.xml$/.test(entry.name) || entry.method !== 0) return false;
  try {
    const [first] = unpacked(source, entry, () => {}).next().value ?? [];
    return first !== undefined && first !== 0x3c && first !== 0xef;
  } catch {
    return false;
  }
}
