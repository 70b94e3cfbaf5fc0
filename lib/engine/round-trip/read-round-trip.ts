import type { ColumnCodes } from '@/lib/engine/criteria';
import { type FieldCode, fieldOf } from '@/lib/engine/fields';
import { type Issue, issue } from '@/lib/engine/issues';
import type { Cells, OldCells } from '@/lib/engine/types';
import { asksForChange, type Expectation, expectedValues } from './expectation';
import { type HashedColumns, readRowHash, saysTheSame } from './row-hash';

/** A row of an exported file: what it still asks for, what it expects to be stored, and what is wrong with its hash. */
export interface RoundTrip {
  cells: Cells;
  expected?: Expectation;
  /** Nobody edited the row: what was said about its cells does not matter. */
  isUntouched: boolean;
  issues: Issue[];
}

/** What identifies a row or steers it. */
const about = (cells: Cells): Cells => ({ CONTACT_NR: cells.CONTACT_NR, OPERATION: cells.OPERATION, INSTITUTION: cells.INSTITUTION });

/** By the values at export beside those wanted: cells that are as they were are gone already (see dropUntouched). */
export function byPairs(cells: Cells, old: Cells): RoundTrip {
  return asksForChange(cells)
    ? { cells, expected: expectedValues(old, cells), isUntouched: false, issues: [] }
    : { cells: about(cells), isUntouched: true, issues: [] };
}

/** By the hash of the row. */
export function byHash(row: number, cells: Cells, text: string, columns: HashedColumns): RoundTrip {
  const hash = readRowHash(text);
  if (!hash) return { cells, isUntouched: false, issues: [issue('row-hash-unusable', row, 'ROW_HASH', { value: text })] };
  if (saysTheSame(hash, cells, columns)) return { cells: about(cells), isUntouched: true, issues: [] };
  return { cells, expected: { digest: hash.contact }, isUntouched: false, issues: [] };
}

/** The criteria that a row had in its columns give these their codes: `=` alone clears the one that stands beside it. */
export function codesOfOld(old: OldCells, codes: ColumnCodes): ColumnCodes {
  const own: Partial<Record<FieldCode, string>> = {};
  for (const [field, cell] of Object.entries(old)) {
    const at = fieldOf(field)?.type === 'criterion' && cell ? cell.indexOf('=') : 0;
    if (cell && at > 0) own[field as FieldCode] = cell.slice(0, at).trim();
  }
  return { ...codes, ...own };
}
