import { ReadError } from '@/lib/engine/readers/reader';
import { decoderFor } from '@/lib/engine/readers/text/decoder';
import type { ByteSource } from '@/lib/engine/types';

/** One file in a zip archive, as its directory at the end lists it. */
export interface ZipEntry {
  name: string;
  /** 0: stored as it is, 8: deflated. */
  method: number;
  /** Encrypted by the archive itself. */
  locked: boolean;
  compressed: number;
  uncompressed: number;
  headerOffset: number;
  /** Check sum of the unpacked bytes; 0 where nothing tells it. */
  sum: number;
}

const END = 0x06054b50;
const LONG_END = 0x06064b50;
const LONG_END_POINTER = 0x07064b50;
const ENTRY = 0x02014b50;
/** The end record and the longest comment that may follow it. */
const END_BYTES = 22 + 0xffff;
/** More names than any workbook has. */
export const MOST_ENTRIES = 20_000;
/** A field of 32 bits that says to look for 64 in the long form. */
const SEE_LONG = 0xffffffff;
const UTF8_NAMES = 1 << 11;

export const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const long = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

/** The directory of a zip archive, without unpacking anything; null when there is none, as where a file was cut short. Throws ReadError. */
export function zipDirectory(source: ByteSource): ZipEntry[] | null {
  const from = Math.max(0, source.size - END_BYTES);
  const tail = source.read(from, END_BYTES);
  const view = viewOf(tail);
  let end = tail.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return null;
  const place = longPlace(source, from + end) ?? {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
    at: from + end,
  };
  if (place.count > MOST_ENTRIES) throw new ReadError('too-large', { what: 'files', limit: MOST_ENTRIES });
  // Bytes put before the archive, as by a program that unpacks itself, move all places by as much.
  const moved = place.at - place.size - place.offset;
  const start = startsAt(source, place.offset) ? place.offset : place.offset + moved;
  const entries = startsAt(source, start) ? entriesOf(source.read(start, Math.min(place.size, source.size))) : [];
  if (entries.length === 0 && place.count > 0) return null;
  return start === place.offset ? entries : entries.map((entry) => ({ ...entry, headerOffset: entry.headerOffset + moved }));
}

function startsAt(source: ByteSource, offset: number): boolean {
  if (offset < 0) return false;
  const mark = source.read(offset, 4);
  return mark.length === 4 && viewOf(mark).getUint32(0, true) === ENTRY;
}

/** Where the directory of an archive of more than 4 GB or 65,535 files is. */
function longPlace(source: ByteSource, end: number) {
  const pointer = end >= 20 ? viewOf(source.read(end - 20, 20)) : null;
  if (pointer?.getUint32(0, true) !== LONG_END_POINTER) return null;
  const at = long(pointer, 8);
  const record = source.read(at, 56);
  const view = viewOf(record);
  if (record.length < 56 || view.getUint32(0, true) !== LONG_END) return null;
  return { count: long(view, 32), size: long(view, 40), offset: long(view, 48), at };
}

function entriesOf(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) break;
    const [uncompressed, compressed, headerOffset] = sizes(view, at, nameEnd, extraEnd);
    entries.push({
      name: nameOf(bytes.subarray(at + 46, nameEnd), (flags & UTF8_NAMES) > 0),
      method: view.getUint16(at + 10, true),
      locked: (flags & 1) === 1,
      compressed,
      uncompressed,
      headerOffset,
      sum: view.getUint32(at + 16, true),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Unpacked size, packed size and offset; those that do not fit 32 bits stand in the extra field, in this order. */
function sizes(view: DataView, at: number, extra: number, extraEnd: number): [number, number, number] {
  const short: [number, number, number] = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (!short.includes(SEE_LONG)) return short;
  for (let field = extra; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    return short.map((value) => {
      if (value !== SEE_LONG || next + 8 > extraEnd) return value;
      next += 8;
      return long(view, next - 8);
    }) as [number, number, number];
  }
  return short;
}

/** Names are UTF-8 where the archive says so, else of the code page that MS-DOS had; some are written with backslashes. */
export const nameOf = (bytes: Uint8Array, isUtf8: boolean) =>
  decoderFor(isUtf8 ? 'utf-8' : 'cp437')
    .write(bytes)
    .replaceAll('\\', '/');
