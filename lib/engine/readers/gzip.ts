import { Gunzip } from 'fflate/browser';
import type { ByteSource } from '@/lib/engine/types';
import type { Packing } from './packed';
import { ReadError } from './reader';
import { crc32 } from './zip/crc32';
import { viewOf } from './zip/directory';
import { RATIO_FROM, RATIO_LIMIT, UNPACKED_BYTES } from './zip/guard';
import { inflatedSource } from './zip/inflated-source';

/** Packed bytes taken at a time: unpacked they are at most a thousand times as many. */
const STEP = 1 << 15;

/** One file packed by gzip. */
export const gzip: Packing = {
  id: 'gzip',
  extensions: ['gz'],
  sniff: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,
  files(source) {
    const name = source.name.replace(/\.gz$/i, '');
    const { size, isAltered } = unpackedSize(source);
    return [{ name, source: inflatedSource(name, size, () => gunzipped(source)), isAltered: () => isAltered }];
  },
};

/**
 * The unpacked size, counted: what the file says about it is only its last digits. Those must fit, else its end is missing. Also whether
 * the check sum beside it does not fit; of several files behind one another only the last would have one. Throws ReadError `too-large`,
 * `damaged-file`.
 */
function unpackedSize(source: ByteSource): { size: number; isAltered: boolean } {
  let size = 0;
  let sum = 0;
  const members = { count: 1 };
  for (const piece of gunzipped(source, members)) {
    size += piece.length;
    sum = crc32(piece, sum);
    if (size > UNPACKED_BYTES || (size > RATIO_FROM && size > source.size * RATIO_LIMIT))
      throw new ReadError('too-large', { what: 'gzip', limit: UNPACKED_BYTES });
  }
  if (members.count > 1) return { size, isAltered: false };
  const end = source.read(source.size - 8, 8);
  if (end.length < 8 || viewOf(end).getUint32(4, true) !== size % 2 ** 32) throw damaged('cut short');
  return { size, isAltered: viewOf(end).getUint32(0, true) !== sum };
}

const damaged = (reason: string) => new ReadError('damaged-file', { format: 'gzip', reason });

/** Throws ReadError `damaged-file` at the place where the bytes cannot be read any further. */
function* gunzipped(source: ByteSource, members = { count: 1 }): Generator<Uint8Array> {
  let out: Uint8Array[] = [];
  const gunzip = new Gunzip((bytes) => out.push(bytes));
  gunzip.onmember = () => members.count++;
  for (let offset = 0; offset < source.size; offset += STEP) {
    try {
      gunzip.push(source.read(offset, STEP));
    } catch {
      throw damaged('deflate');
    }
    for (const bytes of out) if (bytes.length > 0) yield bytes;
    out = [];
  }
}
