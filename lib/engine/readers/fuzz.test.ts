import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from './bytes';
import { GOLDEN } from './golden.fixture';
import { openFile, openSheets, ReadError } from './index';

/** Seconds for all formats together; FUZZ_SECONDS makes it a long run. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 9);
const ROWS_LOOKED_AT = 20_000;

type Mutation = { at: number; kind: 'flip' | 'cut' | 'drop' | 'repeat' | 'insert'; length: number; byte: number };

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  kind: fc.constantFrom('flip', 'flip', 'flip', 'cut', 'drop', 'repeat', 'insert'),
  length: fc.integer({ min: 1, max: 40 }),
  byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 255, 60, 62, 34, 38, 10, 92)),
});

function mutated(bytes: Uint8Array, { at, kind, length, byte }: Mutation): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  const middle = {
    flip: [byte],
    cut: [],
    drop: [],
    repeat: [...after.subarray(0, length), ...after.subarray(0, length)],
    insert: Array(length).fill(byte),
  }[kind];
  const rest = {
    flip: after.subarray(1),
    cut: after.subarray(after.length),
    drop: after.subarray(length),
    repeat: after.subarray(length),
    insert: after,
  }[kind];
  return Uint8Array.from([...before, ...middle, ...rest]);
}

/** Damages what a packed file holds, not its packing. */
function mutatedInside(bytes: Uint8Array, change: Mutation, part: number): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const [name, content] = parts[Math.floor(part * parts.length)] as [string, Uint8Array];
  return zipSync({ ...Object.fromEntries(parts), [name]: mutated(content, change) });
}

function readAll(bytes: Uint8Array): void {
  const source = bytesSource(bytes);
  let rows = 0;
  for (const chunk of openFile(source).chunks()) {
    for (const { row, cells } of chunk) expect([row > 0, cells.every((cell) => typeof cell === 'string')]).toEqual([true, true]);
    rows += chunk.length;
    if (rows > ROWS_LOOKED_AT) break;
  }
  for (const sheet of openSheets(source).sheets) for (const _ of sheet.rows) if (rows++ > ROWS_LOOKED_AT) break;
}

/** Reads a file that may be broken anywhere: rows and a refusal with a code are both right, an endless loop ends the whole run. */
function survives(bytes: Uint8Array): void {
  try {
    readAll(bytes);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
  }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const limits = (share: number) => ({ numRuns: 1_000_000, interruptAfterTimeLimit: (1_000 * SECONDS * share) / Object.keys(GOLDEN).length });

describe('a damaged file', () => {
  it.each(Object.entries(GOLDEN))('of the format %s ends in rows or in a refusal', { timeout: 1_000 * (SECONDS + 30) }, (_, bytes) => {
    const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, (all) => survives(all.reduce(mutated, bytes))),
      limits(isZip(bytes) ? 0.5 : 1),
    );
    if (!isZip(bytes)) return;
    const inside = fc.tuple(mutation, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(inside, ([change, part]) => survives(mutatedInside(bytes, change, part))),
      limits(0.5),
    );
  });
});
