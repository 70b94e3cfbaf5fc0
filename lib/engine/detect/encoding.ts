import type { ByteSource } from '@/lib/engine/types';
import { type ByteEvidence, gatherBytes } from './byte-evidence';
import { bestDoubleByte } from './double-byte';
import { bestSingleByte } from './single-byte';

/** In what a text is encoded, and what speaks against it. */
export interface DetectedEncoding {
  encoding: string;
  /** Length of the byte-order mark, 0 without one. */
  bomBytes: number;
  /** Places that have no meaning in the encoding and are shown as U+FFFD. */
  invalid: number;
  nulls: number;
  /** The bytes alone do not settle the encoding: it was chosen by the look of the words. */
  guessed: boolean;
}

const MARKS: readonly [encoding: string, bytes: readonly number[]][] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** So many well-formed characters for each broken one make a damaged UTF-8 file rather than one in another encoding. */
const DAMAGED_RATIO = 20;

/** The byte-order mark at the start of a text, or null. */
export const byteOrderMark = (head: Uint8Array) => MARKS.find(([, mark]) => mark.every((byte, i) => head[i] === byte)) ?? null;

/** Decides the encoding of a text from all of its bytes. */
export function detectEncoding(source: ByteSource): DetectedEncoding {
  const head = source.read(0, 4096);
  const mark = byteOrderMark(head);
  const plain = { bomBytes: mark?.[1].length ?? 0, invalid: 0, nulls: 0, guessed: false };
  if (mark && mark[0] !== 'utf-8') return { ...plain, encoding: mark[0] };
  const wide = mark ? null : unmarkedWide(head);
  if (wide) return { ...plain, encoding: wide };
  const evidence = gatherBytes(source, plain.bomBytes);
  const { nulls, invalid } = evidence;
  if (mark || isUtf8(evidence)) return { ...plain, encoding: 'utf-8', nulls, invalid };
  return { ...plain, nulls, guessed: true, encoding: guess(evidence.sample) };
}

const isUtf8 = ({ invalid, multibyte }: ByteEvidence) => invalid === 0 || multibyte > invalid * DAMAGED_RATIO;

function guess(sample: Uint8Array): string {
  const double = bestDoubleByte(sample);
  const single = bestSingleByte(sample);
  return double && (double.score > 0.95 || single.cost > 3) ? double.encoding : single.encoding;
}

const FEW_ZEROS = 4;

/** UTF-16 and UTF-32 without a mark: the blanks, digits and separators of any table leave zeros in every second (fourth) byte. */
export function unmarkedWide(head: Uint8Array): string | null {
  const zeros = [0, 0, 0, 0];
  const length = head.length - (head.length % 4);
  for (let i = 0; i < length; i++) if (head[i] === 0) (zeros[i % 4] as number)++;
  const [a, b, c, d] = zeros.map((count) => count / Math.max(1, length / 4)) as [number, number, number, number];
  if (length >= 8 && b > 0.9 && c > 0.9 && a > 0.9 !== d > 0.9) return a > 0.9 ? 'utf-32be' : 'utf-32le';
  const even = (a + c) / 2;
  const odd = (b + d) / 2;
  // One stray zero in a handful of bytes is no text of two.
  const least = zeros.reduce((sum, count) => sum + count, 0) < FEW_ZEROS ? 0.5 : 0.1;
  if (odd > least && even < odd / 10) return 'utf-16le';
  if (even > least && odd < even / 10) return 'utf-16be';
  return null;
}
