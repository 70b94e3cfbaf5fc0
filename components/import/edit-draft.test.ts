import { describe, expect, it } from 'vitest';
import { editsSchema } from '@/lib/engine';
import { ADDABLE, draftedEdit, EMPTY_DRAFT } from './edit-draft';

const NEXT = 10_003;

describe('a drafted edit', () => {
  it.each([
    [
      { op: 'replace', find: 'a', with: '' },
      { find: 'a', with: '' },
    ],
    [
      { op: 'regex-replace', find: '^a', with: 'b' },
      { pattern: '^a', with: 'b' },
    ],
    [{ op: 'map-values', lines: 'a = b\n\n c=d=e\nx' }, { values: { a: 'b', c: 'd=e' } }],
    [{ op: 'clear', lines: 'N/A\n-' }, { values: ['N/A', '-'] }],
    [{ op: 'clear', lines: '' }, {}],
    [{ op: 'set-default', with: 'FR' }, { value: 'FR' }],
    [{ op: 'case', to: 'upper' }, { to: 'upper' }],
    [
      { op: 'split', sign: ',', parts: 3 },
      { at: ',', into: [NEXT, NEXT + 1, NEXT + 2] },
    ],
  ] as const)('of %o', (draft, edit) => {
    expect(draftedEdit({ ...EMPTY_DRAFT, ...draft }, 4, NEXT)).toEqual({ op: draft.op, column: 4, ...edit });
  });

  it.each(['replace', 'regex-replace', 'map-values', 'set-default', 'split', 'join'] as const)('of %s waits for what is missing', (op) => {
    expect(draftedEdit({ ...EMPTY_DRAFT, op }, 4, NEXT)).toBeNull();
  });

  it.each(ADDABLE)('of %s is one that the engine takes', (op) => {
    const edit = draftedEdit({ ...EMPTY_DRAFT, op, find: 'a', with: 'b', lines: 'a = b', sign: ',', other: 5 }, 4, NEXT);
    expect(editsSchema.safeParse({ version: 1, list: [edit] }).success).toBe(true);
  });
});
