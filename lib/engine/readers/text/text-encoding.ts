import { byteOrderMark, type DetectedEncoding, detectEncoding, unmarkedWide } from '@/lib/engine/detect/encoding';
import { fileIssue } from '@/lib/engine/readers/file-issue';
import { ReadError } from '@/lib/engine/readers/reader';
import type { ByteSource, FileIssue } from '@/lib/engine/types';
import { decodedChunks, decoderFor, standardEncoding } from './decoder';

/** Bytes decoded at a time: large enough for speed, small enough for flat memory. */
export const CHUNK_BYTES = 1 << 18;

/** The encoding asked for, else the one detected. Throws ReadError `unknown-encoding`. */
export function encodingOf(source: ByteSource, asked: string | undefined): DetectedEncoding {
  if (asked === undefined) return detectEncoding(source);
  const encoding = standardEncoding(asked);
  if (encoding === null) throw new ReadError('unknown-encoding', { encoding: asked });
  const mark = byteOrderMark(source.read(0, 4));
  return { encoding, bomBytes: mark?.[0] === encoding ? mark[1].length : 0, invalid: 0, nulls: 0, guessed: true };
}

/** What is to be said about how a text is encoded. */
export function encodingIssues({ guessed, invalid, nulls, encoding }: DetectedEncoding): FileIssue[] {
  return [
    ...(guessed ? [fileIssue('encoding-guessed', { encoding })] : []),
    ...(invalid ? [fileIssue('undecodable-bytes', { count: invalid, encoding })] : []),
    ...(nulls ? [fileIssue('null-characters', { count: nulls })] : []),
  ];
}

/** The text of a file in pieces. */
export const textPieces = (source: ByteSource, { encoding, bomBytes }: DetectedEncoding) => decodedChunks(source, encoding, bomBytes, CHUNK_BYTES);

/** The beginning of a file as text, good enough to tell what kind of text it is. */
export function headText(head: Uint8Array): string {
  const mark = byteOrderMark(head);
  return decoderFor(mark?.[0] ?? unmarkedWide(head) ?? 'iso-8859-1').write(head.subarray(mark?.[1].length ?? 0));
}
