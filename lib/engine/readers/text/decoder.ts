import { ReadError } from '@/lib/engine/readers/reader';
import type { ByteSource } from '@/lib/engine/types';
import { CODE_PAGES } from './code-pages';

/** The platform's decoder, which Node and browsers share; declared here because the engine has neither's types. */
declare const TextDecoder: new (
  label: string,
  options?: { ignoreBOM?: boolean },
) => { decode(bytes?: Uint8Array | Uint16Array, options?: { stream?: boolean }): string };

/** Encodings that are left to the platform: each needs state from one chunk to the next. */
const PLATFORM = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'big5', 'euc-kr', 'gbk', 'gb18030'];

const ALIASES: Readonly<Record<string, string>> = {
  ascii: 'utf-8',
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  ucs2: 'utf-16le',
  latin1: 'iso-8859-1',
  mac: 'macintosh',
  'x-mac-roman': 'macintosh',
  gb2312: 'gb18030',
  sjis: 'shift_jis',
};

/** Turns chunks of bytes into text; a character may lie across two chunks. Bytes without a meaning become U+FFFD. */
export interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** The usual name of an encoding, or null when it is not known. */
export function standardEncoding(name: string): string | null {
  const plain = name.trim().toLowerCase().replaceAll('_', '-');
  const spelled = plain
    .replace(/^(?:cp|win|windows)-?(125[0-8])$/, 'windows-$1')
    .replace(/^(?:ibm|dos|oem)-?(\d{3})$/, 'cp$1')
    .replace(/^iso-?8859-?(\d+)$/, 'iso-8859-$1')
    .replace(/^shift-jis$/, 'shift_jis');
  const standard = ALIASES[spelled] ?? spelled;
  return CODE_PAGES[standard] || PLATFORM.includes(standard) || /^utf-32[lb]e$/.test(standard) ? standard : null;
}

/** A decoder for an encoding. Throws ReadError `unknown-encoding`. */
export function decoderFor(encoding: string): Decoder {
  const standard = standardEncoding(encoding);
  if (standard === null) throw new ReadError('unknown-encoding', { encoding });
  const page = CODE_PAGES[standard];
  if (page) return singleByteDecoder(page);
  if (standard.startsWith('utf-32')) return utf32Decoder(standard === 'utf-32le');
  const decoder = new TextDecoder(standard, { ignoreBOM: true });
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of bytes that hold whole characters of UTF-8: several times faster than a decoder that keeps state between calls. */
export const decodeUtf8 = (bytes: Uint8Array): string => utf8.decode(bytes);

function singleByteDecoder(page: string): Decoder {
  const units = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : page.charCodeAt(byte - 128)));
  // Through UTF-16 in one go: building the text character by character is five times slower.
  const wide = new TextDecoder('utf-16le', { ignoreBOM: true });
  return {
    write(bytes) {
      const text = new Uint16Array(bytes.length);
      for (let i = 0; i < bytes.length; i++) text[i] = units[bytes[i] as number] as number;
      return wide.decode(text);
    },
    end: () => '',
  };
}

function utf32Decoder(little: boolean): Decoder {
  let rest = new Uint8Array(0);
  return {
    write(bytes) {
      const all = new Uint8Array(rest.length + bytes.length);
      all.set(rest);
      all.set(bytes, rest.length);
      const view = new DataView(all.buffer);
      const whole = all.length - (all.length % 4);
      let text = '';
      for (let i = 0; i < whole; i += 4) {
        const point = view.getUint32(i, little);
        text += point < 0x110000 && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '\ufffd';
      }
      rest = all.slice(whole);
      return text;
    },
    end: () => (rest.length ? '\ufffd' : ''),
  };
}

/** The text of a file from a byte on, in pieces that never break a character apart. */
export function* decodedChunks(source: ByteSource, encoding: string, from: number, chunkBytes: number): Generator<string> {
  const decoder = decoderFor(encoding);
  for (let offset = from; offset < source.size; offset += chunkBytes) {
    const text = decoder.write(source.read(offset, chunkBytes));
    if (text) yield text;
  }
  const last = decoder.end();
  if (last) yield last;
}
