import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dialect } from './dialect';
import { RecordReader } from './record-reader';
import { repairLine } from './repair-line';

const DIALECT: Dialect = { delimiter: ',', quote: '"', escape: '"', newline: '\n', loneReturns: false, padded: false };

function read(chunks: string[], dialect: Partial<Dialect> = {}, width = 3) {
  const reader = new RecordReader(chunks, { ...DIALECT, ...dialect }, width);
  const records: string[][] = [];
  const flaws: [number, string][] = [];
  for (let batch = reader.next(); batch; batch = reader.next()) {
    for (const [index, flaw] of batch.flaws) flaws.push([records.length + index, flaw]);
    records.push(...batch.records);
  }
  return { records, flaws };
}

/** The text in pieces of the given lengths, which repeat. */
function pieces(text: string, lengths: number[]): string[] {
  const found: string[] = [];
  for (let at = 0, i = 0; at < text.length; i++) {
    const length = lengths[i % lengths.length] ?? 1;
    found.push(text.slice(at, at + length));
    at += length;
  }
  return found;
}

describe('a record reader', () => {
  it('reads the same wherever the text is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', '\r\n', '\r', ' '), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (whole, lengths, loneReturns) => {
        expect(read(pieces(whole, lengths), { loneReturns })).toEqual(read([whole], { loneReturns }));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a line whose cells are all quoted', '"1","a","b"\n', [['1', 'a', 'b']]],
    ['a quoted cell that begins a line and goes on in the next', '"1","a","\nb"\n', [['1', 'a', '\nb']]],
    ['an empty quoted cell', '"","",""\n', [['', '', '']]],
    ['blanks after a closing quote', '"1" ,a,b\n', [['1', 'a', 'b']]],
    ['an end without a line feed', '1,2,3', [['1', '2', '3']]],
  ])('reads %s', (_, text, records) => {
    expect(read([text])).toEqual({ records, flaws: [] });
  });

  it('takes a blank after each delimiter for separation where the dialect says so', () => {
    expect(read(['1, "a, b", c\n'], { padded: true }).records).toEqual([['1', 'a, b', 'c']]);
  });

  it('reads a row with another delimiter by that one, and marks it', () => {
    expect(read(['1,2,3\n4;5;6\n'])).toEqual({
      records: [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
      flaws: [[1, 'other-delimiter']],
    });
  });

  it('marks an inch sign without changing the cell', () => {
    expect(read(['1,6" pipe,3\n'])).toEqual({ records: [['1', '6" pipe', '3']], flaws: [[0, 'stray-quote']] });
  });
});

describe('repairing a line', () => {
  it.each([
    ['an opening quote that is text', '1,"2,3', ['1', '"2', '3']],
    ['an unescaped quote at the end of a quoted cell', '1,"Table 48"","x"', ['1', 'Table 48"', 'x']],
    ['a quote after the opening one', '1,""a","b"', ['1', '"a', 'b']],
  ])('reads %s', (_, line, cells) => {
    expect(repairLine(line, DIALECT, 3)).toEqual(cells);
  });

  it('gives nothing when no reading has the width', () => {
    expect(repairLine('1,"2', DIALECT, 5)).toBeNull();
  });
});
