import type { ByteSource } from '@/lib/engine/types';
import { MOST_ENTRIES, nameOf, viewOf, type ZipEntry } from './directory';

const BLOCK = 1 << 20;
const HEADER_BYTES = 30;
const LONGEST_NAME = 300;

/**
 * What an archive without a directory still holds, found by the marks at the beginning of its files: a file that was cut short
 * has lost its end, where the directory was. Packed sizes reach to the next mark; unpacked sizes are 0 where nothing tells.
 */
export function recoveredDirectory(source: ByteSource): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let last: ZipEntry | undefined;
  for (const at of marks(source)) {
    // Packed bytes may look like a mark.
    const entry = at < endOf(last) ? null : entryAt(source, at);
    if (!entry) continue;
    if (last && last.compressed === 0) last.compressed = at - last.headerOffset;
    entries.push(entry);
    last = entry;
    if (entries.length >= MOST_ENTRIES) break;
  }
  if (last && last.compressed === 0) last.compressed = source.size - last.headerOffset;
  return entries;
}

/** Where the packed bytes of a file end at the earliest; 0 where its header does not say how many they are. */
const endOf = (entry: ZipEntry | undefined) => (entry ? entry.headerOffset + entry.compressed : 0);

/** Every place at which a file of an archive may begin. */
function* marks(source: ByteSource): Generator<number> {
  for (let offset = 0; offset < source.size; offset += BLOCK) {
    // A mark may lie across two blocks.
    const block = source.read(offset, BLOCK + 3);
    for (let at = block.indexOf(0x50); at >= 0 && at < BLOCK; at = block.indexOf(0x50, at + 1)) {
      if (block[at + 1] === 0x4b && block[at + 2] === 3 && block[at + 3] === 4) yield offset + at;
    }
  }
}

function entryAt(source: ByteSource, at: number): ZipEntry | null {
  const header = source.read(at, HEADER_BYTES + LONGEST_NAME);
  if (header.length < HEADER_BYTES) return null;
  const view = viewOf(header);
  const flags = view.getUint16(6, true);
  const method = view.getUint16(8, true);
  const nameLength = view.getUint16(26, true);
  if ((method !== 0 && method !== 8) || nameLength === 0 || nameLength > LONGEST_NAME) return null;
  return {
    name: nameOf(header.subarray(HEADER_BYTES, HEADER_BYTES + nameLength), (flags & (1 << 11)) > 0),
    method,
    locked: (flags & 1) === 1,
    compressed: view.getUint32(18, true),
    uncompressed: view.getUint32(22, true),
    headerOffset: at,
    sum: view.getUint32(14, true),
  };
}
