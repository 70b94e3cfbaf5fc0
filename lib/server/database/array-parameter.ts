/** PostgreSQL's numbers of the types of elements. */
const TYPES = { text: 25, int4: 23, int8: 20 } as const;

/** Dimensions, a flag, the type of the elements, their count and the first index: 32 bits each. */
const HEADER_BYTES = 20;
const EMPTY_HEADER_BYTES = 12;
const FIRST_BYTES = 1 << 14;
/** Bytes of UTF-8 that a unit of a text takes at most. */
const BYTES_A_UNIT = 3;
const NULL_LENGTH = -1;

/**
 * An array as a parameter of a statement, in PostgreSQL's binary form (array_recv): for `unnest`, by which many rows reach a table under
 * row-level security, which COPY may not fill. Written element by element into bytes, because texts held by the thousand live long enough for
 * the collector to copy them.
 */
export class ArrayParameter {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  private end = HEADER_BYTES;
  private elements = 0;

  constructor(private readonly type: keyof typeof TYPES) {}

  get length(): number {
    return this.elements;
  }

  /** A text without NUL, which PostgreSQL keeps in none. */
  addText(text: string | null): void {
    this.begin(text === null ? 0 : text.length * BYTES_A_UNIT);
    if (text === null) return void this.word(NULL_LENGTH);
    const length = this.bytes.write(text, this.end + 4);
    this.word(length);
    this.end += length;
  }

  addInt(value: number | null): void {
    this.begin(4);
    if (value === null) return void this.word(NULL_LENGTH);
    this.word(4);
    this.word(value);
  }

  /** An integer of 64 bits by its halves. */
  addHalves(halves: readonly [high: number, low: number] | null): void {
    this.begin(8);
    if (halves === null) return void this.word(NULL_LENGTH);
    this.word(8);
    this.word(halves[0]);
    this.word(halves[1]);
  }

  /** All elements since they were last taken, in memory that is nobody else's. */
  take(): Uint8Array<ArrayBuffer> {
    const dimensions = this.elements > 0 ? 1 : 0;
    const taken = new Uint8Array(dimensions ? this.end : EMPTY_HEADER_BYTES);
    const header = dimensions ? [dimensions, 1, TYPES[this.type], this.elements, 1] : [0, 0, TYPES[this.type]];
    for (const [at, word] of header.entries()) this.bytes.writeInt32BE(word, at * 4);
    taken.set(this.bytes.subarray(0, taken.length));
    this.end = HEADER_BYTES;
    this.elements = 0;
    return taken;
  }

  /** Room for one more element of so many bytes at most, and its length. */
  private begin(atMost: number): void {
    this.elements++;
    const needed = this.end + atMost + 4;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
  }

  private word(value: number): void {
    this.end = this.bytes.writeInt32BE(value, this.end);
  }
}
