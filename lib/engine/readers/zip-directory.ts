import type { ByteSource } from '@/lib/engine/types';
import { ReadError } from './reader';

/** One file in a zip archive, as its directory at the end lists it. */
export interface ZipEntry {
  name: string;
  /** 0: stored as it is. */
  method: number;
  /** Encrypted by the archive itself. */
  locked: boolean;
  compressed: number;
  uncompressed: number;
  headerOffset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record and the longest comment that may follow it. */
const END_BYTES = 22 + 0xffff;
/** More names than any workbook has. */
const MOST_ENTRIES = 20_000;

export const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;

/** The directory of a zip archive, without unpacking anything. Throws ReadError `damaged-file` when there is none. */
export function zipDirectory(source: ByteSource): ZipEntry[] {
  const from = Math.max(0, source.size - END_BYTES);
  const tail = source.read(from, END_BYTES);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  let end = tail.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new ReadError('damaged-file', { format: 'zip', reason: 'directory' });
  const size = view.getUint32(end + 12, true);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new ReadError('too-large', { what: 'files', limit: MOST_ENTRIES });
  return entriesOf(source.read(view.getUint32(end + 16, true), Math.min(size, source.size)));
}

function entriesOf(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      compressed: view.getUint32(at + 20, true),
      uncompressed: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The first bytes of a stored (not compressed) entry. */
export function storedBytes(source: ByteSource, entry: ZipEntry, length: number): Uint8Array {
  const header = source.read(entry.headerOffset, 30);
  if (header.length < 30) return new Uint8Array(0);
  const start =
    entry.headerOffset + 30 + ((header[26] as number) | ((header[27] as number) << 8)) + ((header[28] as number) | ((header[29] as number) << 8));
  return source.read(start, Math.min(length, entry.compressed));
}
