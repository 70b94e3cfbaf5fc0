const FIRST_BYTES = 1 << 16;
/** Bytes of UTF-8 that a unit of a text takes at most. */
const BYTES_A_UNIT = 3;

/**
 * Lines for COPY as the bytes they are sent as. Written at once, line by line: held as texts by the thousand they would live long enough for
 * the collector to copy them, which costs more than to make them.
 */
export class CopyLines {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  private end = 0;

  add(line: string): void {
    const needed = this.end + line.length * BYTES_A_UNIT;
    if (needed > this.bytes.length) this.grow(needed);
    this.end += this.bytes.write(line, this.end);
  }

  /** All lines since they were last taken, in memory that is nobody else's. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.end);
    taken.set(this.bytes.subarray(0, this.end));
    this.end = 0;
    return taken;
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
  }
}
