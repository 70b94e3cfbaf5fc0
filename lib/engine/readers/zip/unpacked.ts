import { Inflate } from 'fflate/browser';
import { ReadError } from '@/lib/engine/readers/reader';
import type { ByteSource } from '@/lib/engine/types';
import { crc32 } from './crc32';
import { viewOf, type ZipEntry } from './directory';

/** Packed bytes taken at a time: unpacked they are at most a thousand times as many. */
const STEP = 1 << 15;
const LOCAL_HEADER = 0x04034b50;

const damaged = (reason: string) => new ReadError('damaged-file', { format: 'zip', reason });

/**
 * The bytes of a file in an archive, in pieces. Never gives more than the directory declares, so that what was checked there holds.
 * `altered` is called behind the last of them when they do not fit their check sum. Throws ReadError `damaged-file` at the place where they
 * cannot be read any further; what precedes it was given before.
 */
export function* unpacked(source: ByteSource, entry: ZipEntry, altered: () => void): Generator<Uint8Array> {
  const { method, uncompressed } = entry;
  let sum = 0;
  if (method !== 0 && method !== 8) throw damaged(`method ${method}`);
  let left = uncompressed || Number.POSITIVE_INFINITY;
  for (const piece of method === 0 ? packed(source, entry) : inflated(packed(source, entry))) {
    if (piece.length > left) throw damaged('size');
    left -= piece.length;
    sum = crc32(piece, sum);
    yield piece;
  }
  if (left > 0 && uncompressed > 0) throw damaged('end');
  // Programs that write while they pack do not always come back to note the sum.
  if (entry.sum !== 0 && entry.sum !== sum) altered();
}

/** Whether all of a file can be unpacked and does not fit its check sum: something changed it. What cannot be unpacked is found by its reader. */
export function isAltered(source: ByteSource, entry: ZipEntry): boolean {
  let found = false;
  try {
    const pieces = unpacked(source, entry, () => {
      found = true;
    });
    while (!pieces.next().done);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
  }
  return found;
}

/** The bytes of an entry as they stand in the archive. */
function* packed(source: ByteSource, { headerOffset, compressed }: ZipEntry): Generator<Uint8Array> {
  const header = source.read(headerOffset, 30);
  if (header.length < 30 || viewOf(header).getUint32(0, true) !== LOCAL_HEADER) throw damaged('header');
  const start = headerOffset + 30 + viewOf(header).getUint16(26, true) + viewOf(header).getUint16(28, true);
  for (let done = 0; done < compressed; done += STEP) {
    const piece = source.read(start + done, Math.min(STEP, compressed - done));
    if (piece.length === 0) return;
    yield piece;
  }
}

/** Inflates deflated bytes as they come. Throws ReadError `damaged-file`. */
function* inflated(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let out: Uint8Array[] = [];
  const inflate = new Inflate((bytes) => out.push(bytes));
  for (const piece of pieces) {
    try {
      inflate.push(piece);
    } catch {
      throw damaged('deflate');
    }
    for (const bytes of out) if (bytes.length > 0) yield bytes;
    out = [];
  }
}
