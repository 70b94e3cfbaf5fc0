import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_EDITS } from '@/lib/engine/edits';
import type { Mapping } from '@/lib/engine/types';
import { headerLikeness } from './column-keys';
import type { ColumnShape, FileShape } from './file-shape';
import { type DriftFinding, findDrift } from './find-drift';
import { reachedFields } from './reached-fields';

const column = (parts: Partial<ColumnShape>): ColumnShape => ({ header: 'Opt', field: 'CNIL_O', filled: 100, distinct: 2, ...parts });
const file = (rows: number, parts: Partial<ColumnShape> = {}): FileShape => ({ rows, columns: [column({ filled: rows, ...parts })] });

const HEADER = ['Opt'];
const KNOWN = { header: HEADER, fields: new Map([[0, ['CNIL_O']]]) };
const codes = (last: FileShape, now: FileShape) => findDrift(KNOWN, last, HEADER, now).map(({ code }) => code);

const mix = (yes: number, no: number): ColumnShape['mix'] => [
  ['yes', yes],
  ['no', no],
];
const flags = (yes: number, no: number) => file(yes + no, { mix: mix(yes, no) });

describe('a file beside the last one of its recipe', () => {
  it.each<[string, FileShape, FileShape, DriftFinding['code'][]]>([
    ['the same', file(100), file(100), []],
    ['not quite three times the rows', file(100), file(299), []],
    ['three times the rows', file(100), file(300), ['rows-jump']],
    ['a third of the rows', file(300), file(100), ['rows-jump']],
    ['a good third of the rows', file(300), file(101), []],
    ['three times the rows of a short list', file(49), file(147), []],
    ['a hundred rows more than a short list', file(49), file(149), ['rows-jump']],
    ['rows where there were none', file(0), file(100), ['rows-jump']],
    ['a fifth more blank cells', file(100, { filled: 90 }), file(100, { filled: 70 }), ['blank-up']],
    ['not quite a fifth more', file(100, { filled: 90 }), file(100, { filled: 71 }), []],
    ['fewer blank cells', file(100, { filled: 10 }), file(100), []],
    ['a fifth more of few rows', file(20), file(20, { filled: 16 }), []],
    ['five blank cells of few rows', file(20), file(20, { filled: 15 }), ['blank-up']],
    ['a column that is empty now', file(100), file(100, { filled: 0 }), ['blank-up']],
    ['shares that moved by three tenths', flags(80, 20), flags(50, 50), ['mix-changed']],
    ['by not quite three tenths', flags(80, 20), flags(51, 49), []],
    ['of too few cells', flags(40, 9), flags(10, 39), []],
    ['of just enough', flags(41, 9), flags(10, 40), ['mix-changed']],
    [
      'other values altogether',
      flags(50, 50),
      file(100, {
        mix: [
          ['1', 50],
          ['0', 50],
        ],
      }),
      ['mix-changed'],
    ],
    [
      'values spelled otherwise',
      flags(50, 50),
      file(100, {
        mix: [
          ['YES', 50],
          ['No', 50],
        ],
      }),
      [],
    ],
    ['values that are no list any more', flags(50, 50), file(100, { distinct: 11 }), ['mix-many']],
    ['a few values more, too rare to be named', flags(50, 50), file(100, { distinct: 10 }), []],
    ['a long list that grew', file(100, { distinct: 11, mix: mix(50, 50) }), file(100, { distinct: 40 }), []],
    ['dates the other way round', file(9, { dateOrder: 'day-first' }), file(9, { dateOrder: 'month-first' }), ['dates-differ']],
    ['dates the same way', file(9, { dateOrder: 'month-first' }), file(9, { dateOrder: 'month-first' }), []],
    ['no date at all', file(9, { dateOrder: 'month-first' }), file(9), []],
  ])('%s', (_, last, now, expected) => {
    expect(codes(last, now)).toEqual(expected);
  });

  it('names the column, its field, and what was and is', () => {
    expect(findDrift(KNOWN, flags(80, 20), HEADER, flags(10, 90))).toEqual([
      { code: 'mix-changed', column: 'Opt', field: 'CNIL_O', value: 'no', before: 0.2, now: 0.9 },
    ]);
    expect(findDrift(KNOWN, file(400), HEADER, file(100))).toEqual([{ code: 'rows-jump', before: 400, now: 100 }]);
  });
});

const shape: fc.Arbitrary<FileShape> = fc.integer({ min: 0, max: 500 }).chain((rows) => {
  const counts = fc.array(fc.tuple(fc.string(), fc.nat({ max: rows })), { maxLength: 20 });
  const columns = fc.record({
    header: fc.string(),
    field: fc.constantFrom('CNIL_O' as const, 'LASTNAME' as const),
    filled: fc.nat({ max: rows }),
    distinct: fc.nat({ max: rows }),
    dateOrder: fc.option(fc.constantFrom('day-first' as const, 'month-first' as const), { nil: undefined }),
    mix: fc.option(counts, { nil: undefined }),
  });
  return fc.array(columns, { maxLength: 8 }).map((all) => ({ rows, columns: all as ColumnShape[] }));
});

describe('any file', () => {
  it('does not differ from itself', () => {
    fc.assert(
      fc.property(shape, (any) => {
        const header = any.columns.map((each) => each.header);
        const fields = new Map(header.map((_, index) => [index, ['LASTNAME']]));
        expect(findDrift({ header, fields }, any, header, any)).toEqual([]);
      }),
    );
  });
});

describe('columns that are gone or new', () => {
  const before = ['Mail', 'Name', 'Note', 'Name'];
  const fields = reachedFields({ 0: 'EMAIL1', 1: 'LASTNAME', 2: null, 3: 'FIRSTNAME' } satisfies Mapping, NO_EDITS);
  const none: FileShape = { rows: 1, columns: [] };
  it.each<[string, string[], [string, string | undefined][]]>([
    ['the same in another order and spelling', ['name', 'NAME', 'Note', 'mail'], []],
    ['one that goes to a field', ['Name', 'Note', 'Name'], [['column-gone', 'Mail']]],
    ['one that was left out', ['Mail', 'Name', 'Name'], []],
    ['the second of a name', ['Mail', 'Name', 'Note'], [['column-gone', 'Name']]],
    ['a new one', [...before, 'Phone'], [['column-new', 'Phone']]],
    [
      'one under another name',
      ['E-mail', 'Name', 'Note', 'Name'],
      [
        ['column-gone', 'Mail'],
        ['column-new', 'E-mail'],
      ],
    ],
    ['one without a name', [...before, ''], []],
  ])('%s', (_, header, expected) => {
    expect(findDrift({ header: before, fields }, null, header, none).map(({ code, column }) => [code, column])).toEqual(expected);
  });

  it('are not asked for where only a fingerprint is known', () => {
    expect(findDrift({ header: [], fields }, null, ['Mail'], none)).toEqual([]);
  });
});

describe('headers are alike', () => {
  const five = ['a', 'b', 'c', 'd', 'e'];
  it.each<[string[], boolean]>([
    [['E', 'd', 'c', 'b', 'a'], true],
    [['a', 'b', 'c', 'd', 'x'], true],
    [['a', 'b', 'c'], true],
    [['a', 'b', 'c', 'x'], false],
    [['a', 'b'], false],
    [['', '', ''], false],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], true],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], false],
  ])('to five columns with %j: %s', (other, isAlike) => {
    expect(headerLikeness(five, other) > 0).toBe(isAlike);
    expect(headerLikeness(other, five)).toBe(headerLikeness(five, other));
  });
});
