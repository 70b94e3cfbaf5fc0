import type { ByteSource } from '@/lib/engine/types';

/** Unpacked bytes that are held; larger files are unpacked again whenever their reader goes back. */
const HELD_BYTES = 64_000_000;

/**
 * A packed file as a source of bytes. `size`: of all unpacked bytes; `unpack` begins anew at each call. Readers go through a file from its
 * start to its end a few times, so that going back is rare.
 */
export function inflatedSource(name: string, size: number, unpack: () => Iterable<Uint8Array>): ByteSource {
  let held: Uint8Array | undefined;
  const stream = new ForwardBytes(unpack);
  return {
    name,
    size,
    read(offset, length) {
      if (size > HELD_BYTES) return stream.read(offset, Math.min(length, size - offset));
      held ??= new ForwardBytes(unpack).read(0, size);
      return held.subarray(offset, offset + Math.max(0, length));
    },
  };
}

/** Reads at rising places; a place behind the last one begins again. */
class ForwardBytes {
  private pieces: Iterator<Uint8Array> | null = null;
  private piece: Uint8Array = new Uint8Array(0);
  /** Where the piece at hand begins. */
  private start = 0;

  constructor(private readonly unpack: () => Iterable<Uint8Array>) {}

  read(offset: number, length: number): Uint8Array {
    const wanted = new Uint8Array(Math.max(0, length));
    if (this.pieces === null || offset < this.start) this.restart();
    let filled = 0;
    while (filled < wanted.length) {
      const from = offset + filled - this.start;
      if (from >= this.piece.length) {
        if (!this.advance()) break;
        continue;
      }
      const part = this.piece.subarray(from, from + wanted.length - filled);
      wanted.set(part, filled);
      filled += part.length;
    }
    return wanted.subarray(0, filled);
  }

  private restart(): void {
    this.pieces = this.unpack()[Symbol.iterator]();
    this.piece = new Uint8Array(0);
    this.start = 0;
  }

  private advance(): boolean {
    const next = this.pieces?.next();
    if (!next || next.done) return false;
    this.start += this.piece.length;
    this.piece = next.value;
    return true;
  }
}
