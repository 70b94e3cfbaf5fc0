import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, FIELDS, FIRST_MADE_COLUMN as MADE } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';
import { type RecipeContent, sameContent } from './recipe-content';
import { type NamedRecipe, readRecipeFile, writeRecipeFile } from './recipe-file';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (value: unknown) => readRecipeFile(bytesOf(JSON.stringify(value)));

/** What a file is refused with; undefined where it is taken. */
function refusal(given: () => unknown): [code: string, at?: unknown] | undefined {
  try {
    given();
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return 'at' in error.params ? [error.code, error.params.at] : [error.code];
  }
}

const single = FIELDS.filter(({ severalColumns }) => !severalColumns).map(({ code }) => code);

/** Text that UTF-8 can hold: half a character cannot be written to any file. */
const text = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength });
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((value) => value.trim())
  .filter((value) => /^\P{Cc}{1,100}$/u.test(value));

const edits = (columns: number): fc.Arbitrary<Edit[]> => {
  const column = fc.nat({ max: columns - 1 });
  const one = fc.oneof(
    column.map((at): Edit => ({ op: 'trim', column: at })),
    fc.record({ op: fc.constant('replace' as const), column, find: fc.string({ minLength: 1, maxLength: 9 }), with: text(9) }),
    fc.record({
      op: fc.constant('clear' as const),
      column,
      values: fc.array(fc.string({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 3 }),
    }),
  );
  return fc.array(one, { maxLength: 5 });
};

const content: fc.Arbitrary<RecipeContent> = fc.integer({ min: 3, max: 12 }).chain((columns) =>
  fc.record({
    header: fc.array(text(15), { minLength: columns, maxLength: columns }).map((header) => ['A', ...header.slice(1)]),
    mapping: fc
      .shuffledSubarray(single, { minLength: 1, maxLength: columns })
      .map((fields) => Object.fromEntries(fields.map((field, index) => [index, field])) as RecipeContent['mapping']),
    edits: edits(columns).map((list) => ({ version: 1 as const, list })),
    rules: fc.record({ lenient: fc.boolean(), allOrNothing: fc.boolean() }, { requiredKeys: [] }),
    readOptions: fc.record({ delimiter: fc.constantFrom(';', '\t'), headerRow: fc.constantFrom(null, 4) }, { requiredKeys: [] }),
  }),
);

describe('a recipe as a file', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(name, content, (given, written) => {
        const back = readRecipeFile(bytesOf(writeRecipeFile({ name: given, content: written })));
        expect(back).toEqual({ name: given, content: written });
        expect(sameContent(back.content, written)).toBe(true);
      }),
    );
  });

  it('is refused in words, whatever else it is', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => refusal(() => readRecipeFile(bytes)) !== undefined));
    fc.assert(fc.property(fc.jsonValue(), (value) => refusal(() => read(value)) !== undefined));
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => refusal(() => read({ foyerRecipe: 1, ...value })) !== undefined));
  });
});

const GOOD = {
  foyerRecipe: 1,
  name: 'Newsletter',
  header: ['Mail', 'Name'],
  mapping: { 0: 'EMAIL1', [MADE]: 'LASTNAME' },
  edits: { version: 1, list: [{ op: 'join', columns: [0, 1], with: ' ', into: MADE }] },
  rules: { lenient: true },
  readOptions: {},
} satisfies Record<string, unknown> & Pick<NamedRecipe, 'name'>;

describe('a file that holds no usable recipe', () => {
  it.each<[string, object, [code: string, at?: string] | undefined]>([
    ['nothing wrong', {}, undefined],
    ['a form of later', { foyerRecipe: 2 }, ['recipe-file-newer']],
    ['a form that is no number', { foyerRecipe: '1' }, ['recipe-file-other']],
    ['no name', { name: '  ' }, ['recipe-file-wrong', 'name']],
    ['a name of two lines', { name: 'a\nb' }, ['recipe-file-wrong', 'name']],
    ['more than a recipe has', { extra: 1 }, ['recipe-file-wrong', 'foyerRecipe']],
    ['columns without names', { header: ['', ' '] }, ['recipe-without-header']],
    ['no columns', { header: [] }, ['recipe-without-header']],
    ['a field that there is not', { mapping: { 0: 'SHOE_SIZE' } }, ['recipe-file-wrong', 'mapping.0']],
    ['a column that the file has not', { mapping: { 2: 'EMAIL1' } }, ['recipe-file-wrong', 'mapping.2']],
    ['a column that nothing makes', { mapping: { 0: 'EMAIL1', [MADE + 5]: 'LASTNAME' } }, ['edit-missing']],
    ['nothing that is imported', { mapping: { 0: null } }, ['mapping-empty']],
    ['two columns for one field', { mapping: { 0: 'EMAIL1', 1: 'EMAIL1' } }, ['mapping-twice']],
    ['an edit that there is not', { edits: { version: 1, list: [{ op: 'run', column: 0 }] } }, ['recipe-file-wrong', 'edits.list.0.op']],
    [
      'an edit of a column outside',
      { mapping: { 0: 'EMAIL1' }, edits: { version: 1, list: [{ op: 'trim', column: 2 }] } },
      ['recipe-file-wrong', 'edits.list.0'],
    ],
    [
      'a pattern that cannot be carried out',
      { edits: { version: 1, list: [{ op: 'regex-replace', column: 0, pattern: '(?<=a)b', with: '' }] } },
      ['recipe-file-wrong', 'edits.list.0'],
    ],
    ['edits of another version', { edits: { version: 2, list: [] } }, ['recipe-file-wrong', 'edits.version']],
    ['a proof of consents', { rules: { raiseConsents: { source: 'form' } } }, ['recipe-file-wrong', 'rules']],
    ['a password', { readOptions: { password: 'x' } }, ['recipe-file-wrong', 'readOptions']],
  ])('with %s', (_, parts, expected) => {
    const found = refusal(() => read({ ...GOOD, ...parts }));
    if (expected?.[1] === undefined) expect(found?.[0]).toBe(expected?.[0]);
    else expect([found?.[0], String(found?.[1]).startsWith(expected[1])]).toEqual([expected[0], true]);
  });

  it.each<[string, Uint8Array, string]>([
    ['that is too large', new Uint8Array(900_001), 'recipe-file-too-large'],
    ['that is no JSON', bytesOf('Mail;Name'), 'recipe-file-no-json'],
    ['that is no text', new Uint8Array([0xff, 0xfe, 0x00]), 'recipe-file-no-json'],
    ['that is nested without end', bytesOf('['.repeat(800_000)), 'recipe-file-no-json'],
    ['that is a list', bytesOf('[1]'), 'recipe-file-other'],
    ['that is empty', new Uint8Array(), 'recipe-file-no-json'],
  ])('%s', (_, bytes, code) => {
    expect(refusal(() => readRecipeFile(bytes))?.[0]).toBe(code);
  });
});
