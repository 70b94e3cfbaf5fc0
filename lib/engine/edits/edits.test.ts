import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawRow } from '@/lib/engine/types';
import { sourceOf } from './columns';
import { prepareEditing } from './edit-rows';
import { FIRST_MADE_COLUMN as MADE } from './edited-row';
import { type Edit, editsSchema, NO_EDITS } from './index';

const place = { country: 'FR', mapping: { [MADE]: 'LASTNAME' } } as const;
const edits = (...list: Edit[]) => editsSchema.parse({ version: 1, list });
const rowsOf = (...rows: string[][]): RawRow[] => rows.map((cells, at) => ({ row: at + 2, cells }));
const run = (list: Edit[], ...rows: string[][]) => prepareEditing(edits(...list), place).edit(rowsOf(...rows));
const cell = (edit: Edit, text: string) => run([edit], [text])[0]?.cells[0];

describe('an edit of one column', () => {
  it.each<[string, Edit, string, string]>([
    ['replaces each place', { op: 'replace', column: 0, find: '.', with: '' }, '1.2.3', '123'],
    ['replaces by the very text', { op: 'replace', column: 0, find: 'a', with: '$&$1' }, 'a', '$&$1'],
    ['replaces what a pattern matches', { op: 'regex-replace', column: 0, pattern: '(\\d+)-(\\d+)', with: '$2/$1 $$' }, 'x 1-2', 'x 2/1 $'],
    ['keeps a group that is not there empty', { op: 'regex-replace', column: 0, pattern: 'b', with: '[$0$9]' }, 'abc', 'a[b]c'],
    ['matches letters of any script', { op: 'regex-replace', column: 0, pattern: '\\p{L}+', with: 'w' }, 'été 日本', 'w w'],
    [
      'takes the case of a pattern from it',
      { op: 'regex-replace', column: 0, pattern: '(?i)@GMIAL\\.com$', with: '@gmail.com' },
      'a@gmial.com',
      'a@gmail.com',
    ],
    ['writes capitals', { op: 'case', column: 0, to: 'upper' }, 'Straße', 'STRASSE'],
    ['writes small letters', { op: 'case', column: 0, to: 'lower' }, 'ÉTÉ', 'été'],
    ['writes names', { op: 'case', column: 0, to: 'name' }, 'VON TRAPP', 'von Trapp'],
    ['trims', { op: 'trim', column: 0 }, '  a \u00a0 b \n c ', 'a b \n c'],
    ['maps values whatever their case and accents', { op: 'map-values', column: 0, values: { Été: 'summer', '-': '' } }, 'ETE', 'summer'],
    ['maps values of signs alone', { op: 'map-values', column: 0, values: { '-': 'none', '+': 'some' } }, ' - ', 'none'],
    ['leaves values that it does not name', { op: 'map-values', column: 0, values: { a: 'b' } }, 'c', 'c'],
    ['fills what is empty', { op: 'set-default', column: 0, value: 'FR' }, ' ', 'FR'],
    ['leaves what is filled', { op: 'set-default', column: 0, value: 'FR' }, 'CH', 'CH'],
    ['does not fill a cell that clears its field', { op: 'set-default', column: 0, value: 'FR' }, '=', '='],
    ['empties', { op: 'clear', column: 0 }, 'a', ''],
    ['empties what says nothing', { op: 'clear', column: 0, values: ['N/A', '-'] }, ' n/a ', ''],
    ['leaves what says something', { op: 'clear', column: 0, values: ['N/A', '-'] }, 'Nana', 'Nana'],
    ['leaves a cell that clears its field', { op: 'clear', column: 0 }, ' = ', ' = '],
  ])('%s', (_, edit, before, after) => {
    expect(cell(edit, before)).toBe(after);
  });

  it('leaves the row that it was given as it is', () => {
    const [row] = rowsOf(['a', 'b']);
    const [edited] = prepareEditing(edits({ op: 'clear', column: 0 }), place).edit([row as RawRow]);
    expect([row?.cells, edited?.cells]).toEqual([
      ['a', 'b'],
      ['', 'b'],
    ]);
  });

  it('reaches a column that a short row does not have', () => {
    expect(run([{ op: 'set-default', column: 3, value: 'x' }], ['a'])[0]?.cells).toEqual(['a', '', '', 'x']);
  });

  it('makes no text longer than a cell can be, however often it is repeated', () => {
    const twice: Edit = { op: 'replace', column: 0, find: 'a', with: 'aaaaaaaaaa' };
    expect(run(Array(20).fill(twice), ['a'])[0]?.cells[0]?.length).toBe(32_767);
  });
});

describe('an edit that makes columns', () => {
  it.each<[string, Edit, string[], string[]]>([
    ['splits', { op: 'split', column: 0, at: ',', into: [MADE, MADE + 1] }, ['a , b, c'], ['a', 'b, c']],
    ['splits what has fewer parts', { op: 'split', column: 0, at: ',', into: [MADE, MADE + 1] }, ['a'], ['a', '']],
    ['joins what is filled', { op: 'join', columns: [0, 1, 2], with: ' ', into: MADE }, ['12', '', 'rue X '], ['12 rue X']],
    ['clears where all say so', { op: 'join', columns: [0, 1], with: ' ', into: MADE }, ['=', ''], ['=']],
    ['joins nothing', { op: 'join', columns: [0, 1], with: ' ', into: MADE }, ['', ' '], ['']],
    ['takes the first that is filled', { op: 'first-filled', columns: [1, 0], into: MADE }, ['a', ''], ['a']],
    ['splits a name', { op: 'split-name', column: 0, into: [MADE, MADE + 1, MADE + 2] }, ['Frau Anna Müller'], ['Müller', 'Anna', 'Frau']],
    [
      'splits an address',
      { op: 'split-address', column: 0, into: [MADE, MADE + 1, MADE + 2, MADE + 3, MADE + 4, MADE + 5] },
      ['1 rue X, 75011 Paris'],
      ['1 rue X', '', '', '75011', 'Paris', ''],
    ],
    ['splits numbers', { op: 'split-phones', column: 0, into: [MADE, MADE + 1] }, ['0140158000 / 0612345678'], ['0140158000', '0612345678']],
    ['splits an e-mail', { op: 'split-email', column: 0, into: [MADE, MADE + 1] }, ['"Anna Müller" <a@x.org>'], ['a@x.org', 'Anna Müller']],
    ['splits an e-mail without a name', { op: 'split-email', column: 0, into: [MADE, MADE + 1] }, ['a@x.org'], ['a@x.org', '']],
  ])('%s', (_, edit, cells, made) => {
    const padded = [...(run([edit], cells)[0]?.made ?? []), ...made.map(() => '')].slice(0, made.length);
    expect(padded).toEqual(made);
  });

  it.each<[Edit, string[], string, string]>([
    [{ op: 'first-filled', columns: [0, 1], into: MADE }, ['a', 'b'], 'further-value', 'b'],
    [{ op: 'split-name', column: 0, into: [MADE, MADE + 1, MADE + 2] }, ['Anna und Peter Müller'], 'name-not-split', 'Anna und Peter Müller'],
    [{ op: 'split-phones', column: 0, into: [MADE] }, ['0140158000 / 0612345678'], 'further-value', '0612345678'],
  ])('tells what it leaves out or whole', (edit, cells, code, value) => {
    expect(run([edit], cells)[0]?.issues).toMatchObject([{ row: 2, field: 'LASTNAME', code, params: { value } }]);
  });

  it('keeps a name whole that has two readings', () => {
    expect(run([{ op: 'split-name', column: 0, into: [MADE, MADE + 1, MADE + 2] }], ['Gabriel García Márquez'])[0]?.made?.[0]).toBe(
      'Gabriel García Márquez',
    );
  });

  it('may read what an earlier one made, and is known by the column of the file', () => {
    const list: Edit[] = [
      { op: 'split-email', column: 1, into: [MADE, MADE + 1] },
      { op: 'split-name', column: MADE + 1, into: [MADE + 2, MADE + 3, MADE + 4] },
    ];
    expect(run(list, ['', 'Anna Müller <a@x.org>'])[0]?.made).toEqual(['a@x.org', 'Anna Müller', 'Müller', 'Anna']);
    expect(sourceOf(MADE + 3, edits(...list))).toBe(1);
  });
});

describe('filling down', () => {
  const down: Edit = { op: 'fill-down', column: 0 };

  it('goes on from chunk to chunk', () => {
    const editing = prepareEditing(edits(down), place);
    const chunks = [rowsOf(['a'], ['']), rowsOf([''], ['b']), rowsOf([''])].map((rows) => editing.edit(rows).map(({ cells }) => cells[0]));
    expect(chunks).toEqual([['a', 'a'], ['a', 'b'], ['b']]);
  });

  it('gives a row alone the same as in order, with what was kept with it', () => {
    const cells = fc.array(fc.constantFrom('', 'a', 'b', ' '), { maxLength: 12 });
    const list: Edit[] = [{ op: 'case', column: 0, to: 'upper' }, down, { op: 'join', columns: [0, 0], with: '', into: MADE }];
    fc.assert(
      fc.property(cells, (texts) => {
        const rows = rowsOf(...texts.map((text) => [text]));
        const inOrder = prepareEditing(edits(...list), place).edit(rows);
        const alone = prepareEditing(edits(...list), place);
        const shuffled = [...rows].reverse().map((row) => alone.editAlone(row, inOrder.find((each) => each.row === row.row)?.carried));
        expect(shuffled.reverse()).toEqual(inOrder);
      }),
    );
  });
});

describe('a list of edits', () => {
  it.each<[string, unknown]>([
    ['of another version', { version: 2, list: [] }],
    ['with an edit nobody knows', { version: 1, list: [{ op: 'shout', column: 0 }] }],
    ['with a key nobody knows', { version: 1, list: [{ op: 'trim', column: 0, hard: true }] }],
    ['that reads what nobody made', { version: 1, list: [{ op: 'trim', column: MADE }] }],
    [
      'that reads what is made later',
      {
        version: 1,
        list: [
          { op: 'trim', column: MADE },
          { op: 'join', columns: [0, 1], with: '', into: MADE },
        ],
      },
    ],
    ['that makes a column twice', { version: 1, list: Array(2).fill({ op: 'join', columns: [0, 1], with: '', into: MADE }) }],
    ['that makes a column of the file', { version: 1, list: [{ op: 'join', columns: [0, 1], with: '', into: 3 }] }],
    ['with a pattern that is none', { version: 1, list: [{ op: 'regex-replace', column: 0, pattern: '(', with: '' }] }],
    ['with a pattern that looks back', { version: 1, list: [{ op: 'regex-replace', column: 0, pattern: '(a)\\1', with: '' }] }],
    ['with a pattern of endless repeats', { version: 1, list: [{ op: 'regex-replace', column: 0, pattern: '((a{100}){10}){10}', with: '' }] }],
  ])('%s is refused', (_, given) => {
    expect(editsSchema.safeParse(given).success).toBe(false);
  });

  const anyEdit = fc.oneof(
    fc.record({ op: fc.constant('replace' as const), column: fc.nat(2), find: fc.string({ minLength: 1, maxLength: 2 }), with: fc.string() }),
    fc.record({ op: fc.constant('trim' as const), column: fc.nat(2) }),
    fc.record({ op: fc.constant('case' as const), column: fc.nat(2), to: fc.constantFrom('upper' as const, 'lower' as const, 'name' as const) }),
    fc.record({ op: fc.constant('fill-down' as const), column: fc.nat(2) }),
    fc.record({ op: fc.constant('set-default' as const), column: fc.nat(2), value: fc.string({ minLength: 1 }) }),
    fc.record({ op: fc.constant('clear' as const), column: fc.nat(2) }),
  );
  const anyRows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }), { maxLength: 5 });

  it('gives the same when it is replayed from its JSON', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 5 }), anyRows, (list, cells) => {
        const again = editsSchema.parse(JSON.parse(JSON.stringify(edits(...list))));
        expect(prepareEditing(again, place).edit(rowsOf(...cells))).toEqual(run(list, ...cells));
      }),
    );
  });

  it('that is empty changes nothing', () => {
    fc.assert(
      fc.property(anyRows, (cells) => {
        const rows = rowsOf(...cells);
        expect(prepareEditing(NO_EDITS, place).edit(rows)).toBe(rows);
      }),
    );
  });

  it.each<Edit>([{ op: 'trim', column: 0 }, ...(['upper', 'lower', 'name'] as const).map((to): Edit => ({ op: 'case', column: 0, to }))])(
    'of $op $to done twice is done once',
    (edit) => {
      fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => cell(edit, cell(edit, text) ?? '') === cell(edit, text)));
    },
  );
});

describe('a hostile pattern', () => {
  it.each(['(a+)+$', '(a|a)*$', '(a*)*b', '(.*)*x', '([a-z]+)*\\d'])('%s ends', (pattern) => {
    const edit: Edit = { op: 'regex-replace', column: 0, pattern, with: 'x' };
    // A backtracking engine needs longer for it than the universe has been there.
    expect(cell(edit, `${'a'.repeat(300)}!`)).toContain('!');
  });
});
