import { byteOrderMark, unmarkedWide } from '@/lib/engine/detect/encoding';
import { ReadError } from './reader';

const SIGNATURES: readonly [kind: string, signature: string, at?: number][] = [
  ['PDF', '%PDF-'],
  ['PNG', '\x89PNG\r\n'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF8'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['RAR', 'Rar!\x1a'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['bzip2', 'BZh'],
  ['ELF', '\x7fELF'],
  ['RTF', '{\\rtf'],
  ['SQLite', 'SQLite format 3\0'],
  ['Access', 'Standard Jet DB', 4],
  ['Access', 'Standard ACE DB', 4],
  ['Oracle Data Pump', 'EXPORT:V', 3],
  ['PostgreSQL dump', 'PGDMP'],
  ['Parquet', 'PAR1'],
  ['MP4', 'ftyp', 4],
  ['MP3', 'ID3'],
  ['RIFF', 'RIFF'],
];

/** Share of control characters from which bytes are no text; a few in a damaged table are still read. */
const BINARY_SHARE = 0.1;

/** Refuses what is surely no table, with a word on what to export instead. Throws ReadError `unsupported-format`. */
export function refuseForeign(head: Uint8Array): void {
  const text = String.fromCharCode(...head.subarray(0, 64));
  const known = SIGNATURES.find(([, signature, at = 0]) => text.startsWith(signature, at));
  if (known) throw new ReadError('unsupported-format', { kind: known[0], instead: 'CSV, XLSX' });
  if (isBinary(head)) throw new ReadError('unsupported-format', { kind: 'binary', instead: 'CSV, XLSX' });
}

/** Control characters that no text has; in UTF-16 and UTF-32 they are halves of letters. */
function isBinary(head: Uint8Array): boolean {
  if (byteOrderMark(head) || unmarkedWide(head)) return false;
  let odd = 0;
  // Zeros, tab to carriage return, and substitute to unit separator (end marks and old separators) do occur in tables.
  for (const byte of head) if (byte !== 0 && (byte < 7 || (byte > 13 && byte < 26))) odd++;
  return odd > head.length * BINARY_SHARE;
}
