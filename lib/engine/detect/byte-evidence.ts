import type { ByteSource } from '@/lib/engine/types';

const BLOCK = 1 << 20;
/** Bytes kept to decide between encodings: beyond it more text does not change the answer. */
const SAMPLE_BYTES = 1 << 17;
/** Longest piece of one line that is kept. */
const LINE_BYTES = 2_000;

/** What the bytes of a whole file say about its encoding. */
export interface ByteEvidence {
  /** Well-formed UTF-8 characters of more than one byte. */
  multibyte: number;
  /** Places that are not UTF-8. */
  invalid: number;
  nulls: number;
  /** Lines that hold bytes above 7F, joined by line feeds. */
  sample: Uint8Array;
}

/** Reads a file once, from byte `from` on. */
export function gatherBytes(source: ByteSource, from: number): ByteEvidence {
  const evidence: ByteEvidence = { multibyte: 0, invalid: 0, nulls: 0, sample: new Uint8Array(0) };
  const sample = new SampleOfLines();
  const utf8 = new Utf8Counter(evidence);
  for (let offset = from; offset < source.size; offset += BLOCK) {
    const block = source.read(offset, BLOCK);
    for (let i = 0; i < block.length; i++) {
      const byte = block[i] as number;
      if (byte < 0x80 && !utf8.pending) {
        if (byte === 0) evidence.nulls++;
        continue;
      }
      if (byte >= 0x80 && sample.wants(offset + i)) sample.add(block, i, offset);
      utf8.take(byte);
    }
  }
  utf8.end();
  evidence.sample = sample.bytes();
  return evidence;
}

/** Counts well-formed and broken UTF-8 sequences, byte by byte, so that blocks may end anywhere. */
class Utf8Counter {
  pending = false;
  private left = 0;
  private low = 0x80;
  private high = 0xbf;

  constructor(private readonly evidence: ByteEvidence) {}

  take(byte: number): void {
    if (this.left > 0) {
      if (byte >= this.low && byte <= this.high) {
        this.low = 0x80;
        this.high = 0xbf;
        if (--this.left === 0) {
          this.evidence.multibyte++;
          this.pending = false;
        }
        return;
      }
      this.evidence.invalid++;
      this.left = 0;
      this.pending = false;
    }
    if (byte >= 0x80) this.begin(byte);
  }

  end(): void {
    if (this.left > 0) this.evidence.invalid++;
  }

  /** The second byte is bounded so that overlong forms, surrogates and code points above 10FFFF are errors (Unicode, table 3-7). */
  private begin(byte: number): void {
    this.left = byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    this.low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (this.left === 0) this.evidence.invalid++;
    this.pending = this.left > 0;
  }
}

/** The lines with bytes above 7F; whole lines, because the second half of a two-byte character may look like ASCII. */
class SampleOfLines {
  private readonly pieces: Uint8Array[] = [];
  private size = 0;
  private until = -1;

  wants(position: number): boolean {
    return position >= this.until && this.size < SAMPLE_BYTES;
  }

  add(block: Uint8Array, at: number, offset: number): void {
    let start = at;
    while (start > 0 && at - start < LINE_BYTES && block[start - 1] !== 10 && offset + start > this.until) start--;
    const feed = block.indexOf(10, at);
    const end = Math.min(feed < 0 ? block.length : feed + 1, at + LINE_BYTES);
    this.pieces.push(block.slice(start, end));
    this.size += end - start;
    this.until = offset + end;
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.size);
    let at = 0;
    for (const piece of this.pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }
}
