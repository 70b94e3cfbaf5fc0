import { byteOrderMark, unmarkedWide } from '@/lib/engine/detect/encoding';
import { LIMITS } from '@/lib/engine/limits';
import type { RawRow, Reading } from '@/lib/engine/types';
import { bytesSource } from './bytes';
import { csv } from './csv';
import { refuseForeign } from './foreign-format';
import { json } from './json';
import { HEAD_BYTES, ReadError } from './reader';
import { withSoundLetters } from './sound-letters';
import { headText } from './text/text-encoding';
import { vcard } from './vcard';

/** Bytes of the beginning of a text that are enough for its first rows, and few enough to be read within a frame or two. */
export const TEXT_START_BYTES = 1 << 16;

const LINE_FEED = 10;

/** How a text is read as far as its beginning shows, and its first rows. */
export interface TextStart {
  reading: Reading;
  rows: RawRow[];
}

/** Beginnings of what is packed and of workbooks, byte for byte; every value is one that may stand there. */
const NO_TEXT: readonly (readonly number[])[][] = [
  [[0x50], [0x4b], [1, 3, 5, 7]],
  [[0x1f], [0x8b]],
  [[0xd0], [0xcf], [0x11], [0xe0]],
  [[9], [0, 2, 4, 8], [4, 6, 8, 16], [0]],
];

/** Pages and workbooks in XML begin with a tag. */
const TAG = /^\ufeff?\s*</;

const isPlainText = (head: Uint8Array): boolean =>
  !NO_TEXT.some((mark) => mark.every((bytes, at) => bytes.includes(head[at] ?? -1))) && !TAG.test(headText(head));

/**
 * Reads the first rows of a text from its beginning, as the whole file is read later by the same readers: a page can show them while the
 * rest is still on its way. `size`: bytes of the whole file. Null for anything but plain text, and where the beginning says too little.
 */
export function readTextStart(bytes: Uint8Array, size: number): TextStart | null {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (!isPlainText(head)) return null;
  const isWhole = bytes.length >= size;
  const source = bytesSource(isWhole ? bytes : wholeLines(bytes));
  try {
    refuseForeign(head);
    const reader = [vcard, json].find((known) => known.sniff(head, source)) ?? csv;
    const table = withSoundLetters(reader.open(source, {}), {});
    const rows: RawRow[] =
      table
        .chunks(LIMITS.previewRows + 1)
        [Symbol.iterator]()
        .next().value ?? [];
    const whole = isWhole ? rows : wholeRows(rows);
    return whole.length > 0 ? { reading: table.reading, rows: whole.slice(0, LIMITS.previewRows) } : null;
  } catch (error) {
    // What cannot be read is refused with its reason when all of it is there.
    if (error instanceof ReadError) return null;
    throw error;
  }
}

/** The rows that are there from end to end: the last one may be cut, and so is a cell whose closing quote has not come yet. */
function wholeRows(rows: RawRow[]): RawRow[] {
  const cut = rows.findIndex(({ issues }) => issues?.some(({ code }) => code === 'unclosed-quote'));
  if (cut >= 0) return rows.slice(0, cut);
  return rows.length > LIMITS.previewRows ? rows : rows.slice(0, -1);
}

/** The beginning of a text up to the end of a line, so that neither a letter nor a record is cut. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(LINE_FEED) + 1;
  if (end === 0) return bytes;
  const wide = byteOrderMark(bytes)?.[0] ?? unmarkedWide(bytes.subarray(0, HEAD_BYTES)) ?? '';
  const unit = wide.startsWith('utf-32') ? 4 : wide.startsWith('utf-16') ? 2 : 1;
  return bytes.subarray(0, Math.ceil(end / unit) * unit);
}
