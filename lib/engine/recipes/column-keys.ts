import { fold } from '@/lib/engine/fields/values/tidy';

/** Columns that a file must share with a recipe to be taken for one like it: two columns of the same name are in many files. */
const LEAST_SHARED = 3;

/**
 * Share of all columns of both that must be shared. A list of five columns that lost one and got another is still itself (4 of 6); one that has
 * half its columns from elsewhere is another list.
 */
const LEAST_LIKENESS = 0.6;

/** What tells columns apart: the name without case and accents, and which of that name it is. Columns without a name are told by none. */
export function columnKeys(header: readonly string[]): (string | null)[] {
  const seen = new Map<string, number>();
  return header.map((text) => {
    const name = fold(text.normalize('NFC').trim());
    if (name === '') return null;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return nth === 1 ? name : `${name}\n${nth}`;
  });
}

/** How alike two headers are, whatever the order of their columns: 0 where they are of different lists, up to 1. */
export function headerLikeness(one: readonly string[], other: readonly string[]): number {
  const [ours, theirs] = [one, other].map((header) => new Set(columnKeys(header).filter((key) => key !== null))) as [Set<string>, Set<string>];
  const shared = [...ours].filter((key) => theirs.has(key)).length;
  if (shared < LEAST_SHARED) return 0;
  const likeness = shared / (ours.size + theirs.size - shared);
  return likeness < LEAST_LIKENESS ? 0 : likeness;
}
