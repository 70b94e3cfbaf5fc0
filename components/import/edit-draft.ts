import type { Edit, EditOp } from '@/lib/engine';

/** Edits that a person can add to a column, in the order they are offered. */
export const ADDABLE = [
  'trim',
  'case',
  'replace',
  'map-values',
  'set-default',
  'clear',
  'fill-down',
  'regex-replace',
  'split',
  'join',
  'split-name',
  'split-address',
  'split-phones',
  'split-email',
] as const satisfies readonly EditOp[];
export type Addable = (typeof ADDABLE)[number];

/** What was typed for an edit; each kind uses what it needs. */
export interface EditDraft {
  op: Addable;
  find: string;
  with: string;
  to: 'upper' | 'lower' | 'name';
  /** One value, or `old = new`, on each line. */
  lines: string;
  sign: string;
  parts: number;
  other: number | null;
}

export const EMPTY_DRAFT: EditDraft = { op: 'trim', find: '', with: '', to: 'name', lines: '', sign: '', parts: 2, other: null };

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** The sides of the first `=` of each line. */
const pairsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    linesOf(text).flatMap((line) => {
      const at = line.indexOf('=');
      return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : [];
    }),
  );

const numbered = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

/** The edit of a column that a draft says; null while something is missing. `next` is the number of the next column that is made. */
export function draftedEdit(draft: EditDraft, column: number, next: number): Edit | null {
  const { op, find, with: by } = draft;
  switch (op) {
    case 'trim':
    case 'fill-down':
      return { op, column };
    case 'case':
      return { op, column, to: draft.to };
    case 'replace':
      return find ? { op, column, find, with: by } : null;
    case 'regex-replace':
      return find ? { op, column, pattern: find, with: by } : null;
    case 'set-default':
      return by ? { op, column, value: by } : null;
    case 'map-values': {
      const values = pairsOf(draft.lines);
      return Object.keys(values).length > 0 ? { op, column, values } : null;
    }
    case 'clear': {
      const values = linesOf(draft.lines);
      return values.length > 0 ? { op, column, values } : { op, column };
    }
    default:
      return makingEdit(draft, op, column, next);
  }
}

type Making = 'split' | 'join' | 'split-name' | 'split-address' | 'split-phones' | 'split-email';

function makingEdit({ sign, parts, other }: EditDraft, op: Making, column: number, next: number): Edit | null {
  switch (op) {
    case 'split':
      return sign ? { op, column, at: sign, into: numbered(next, parts) } : null;
    case 'join':
      return other === null ? null : { op, columns: [column, other], with: sign, into: next };
    case 'split-name':
      return { op, column, into: [next, next + 1, next + 2] };
    case 'split-address':
      return { op, column, into: [next, next + 1, next + 2, next + 3, next + 4, next + 5] };
    case 'split-phones':
      return { op, column, into: [next, next + 1] };
    case 'split-email':
      return { op, column, into: [next, next + 1] };
  }
}
