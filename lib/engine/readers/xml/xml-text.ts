import { byteOrderMark } from '@/lib/engine/detect/encoding';
import { decoderFor, decodeUtf8, standardEncoding } from '@/lib/engine/readers/text/decoder';

/** The text of an XML file, which says itself how it is encoded, in pieces that break no character apart. */
export function* xmlText(chunks: Iterable<Uint8Array>): Generator<string> {
  const pieces = chunks[Symbol.iterator]();
  const { value: first, done } = pieces.next();
  if (done) return;
  const encoding = encodingOf(first);
  const rest = { [Symbol.iterator]: () => pieces };
  if (encoding === 'utf-8') yield* utf8Text(first, rest);
  else yield* otherText(encoding, first, rest);
}

function encodingOf(first: Uint8Array): string {
  const mark = byteOrderMark(first.subarray(0, 4));
  if (mark) return mark[0];
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)/.exec(String.fromCharCode(...first.subarray(0, 200)))?.[1];
  const standard = declared === undefined ? null : standardEncoding(declared);
  // Whoever can read the declaration as single bytes has no text of two bytes before them, whatever it says.
  return standard === null || standard.startsWith('utf-') ? 'utf-8' : standard;
}

function* utf8Text(first: Uint8Array, rest: Iterable<Uint8Array>): Generator<string> {
  let left = first.subarray(first.length >= 3 && first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0);
  for (const piece of rest) {
    const end = wholeCharacters(left);
    yield decodeUtf8(left.subarray(0, end));
    left = joined(left.subarray(end), piece);
  }
  yield decodeUtf8(left);
}

/** How many of these bytes are whole characters: the last one may go on in the next piece. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function joined(left: Uint8Array, piece: Uint8Array): Uint8Array {
  if (left.length === 0) return piece;
  const all = new Uint8Array(left.length + piece.length);
  all.set(left);
  all.set(piece, left.length);
  return all;
}

function* otherText(encoding: string, first: Uint8Array, rest: Iterable<Uint8Array>): Generator<string> {
  const decoder = decoderFor(encoding);
  const text = decoder.write(first);
  yield text.startsWith('\ufeff') ? text.slice(1) : text;
  for (const piece of rest) yield decoder.write(piece);
  yield decoder.end();
}
