import { repairedLetters } from '@/lib/engine/detect/encoded-twice';
import { LIMITS } from '@/lib/engine/limits';
import type { RawRow, RawTable, ReadOptions } from '@/lib/engine/types';
import { fileIssue } from './file-issue';

/** Share of the cells with letters beyond ASCII that must look encoded twice: a few may be quotations. */
const SHARE = 0.5;

/** A table whose letters were repaired if that is wanted; else one that says so where they look encoded twice. */
export function withSoundLetters(table: RawTable, { repair }: ReadOptions): RawTable {
  const { reading, chunks } = table;
  if (!repair) {
    const [value, expected] = exampleOf(table) ?? [];
    if (value === undefined || expected === undefined) return table;
    return { ...table, reading: { ...reading, issues: [...reading.issues, fileIssue('encoded-twice', { value, expected })] } };
  }
  return {
    reading: { ...reading, header: reading.header.map(repairedLetters) },
    *chunks(rowsPerChunk) {
      for (const chunk of chunks(rowsPerChunk)) yield chunk.map((row): RawRow => ({ ...row, cells: row.cells.map(repairedLetters) }));
    },
  };
}

/** A cell of the first rows that looks encoded twice, and what it would be, if enough of them do. */
function exampleOf({ reading, chunks }: RawTable): [string, string] | null {
  const first: RawRow[] = chunks(LIMITS.previewRows)[Symbol.iterator]().next().value ?? [];
  const cells = [...reading.header, ...first.flatMap((row) => row.cells)].filter((cell) => /[^\p{ASCII}]/u.test(cell));
  const broken = cells.filter((cell) => repairedLetters(cell) !== cell);
  const [example] = broken;
  return example !== undefined && broken.length >= cells.length * SHARE ? [example, repairedLetters(example)] : null;
}
