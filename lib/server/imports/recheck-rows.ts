import { type CheckedRow, type ColumnCodes, checkRows, cleanRows, type Issue, mapRows, prepareChecking, prepareCleaning } from '@/lib/engine';
import type { PlanTask } from './make-plan';

/** A row as it was staged (see STAGED_TABLES). */
export interface StagedRow {
  row: number;
  cells: string[];
  codes: ColumnCodes | null;
  readIssues: Issue[] | null;
}

/** The columns of `staged s` that make a StagedRow. */
export const STAGED_ROW = 's.row, s.cells, s.codes, s.read_issues AS "readIssues"';

/**
 * Prepares checking rows once more that wait for a comparison. To keep what the check made of every row would cost more than to repeat it
 * for the few; it gives the same, as no row depends on another but by the codes that are kept with it.
 */
export function prepareRecheck({ institution, mapping, profile }: Pick<PlanTask, 'institution' | 'mapping' | 'profile'>) {
  const cleaning = prepareCleaning(institution, mapping, profile);
  const checking = prepareChecking(institution, mapping);
  return (staged: readonly StagedRow[]): CheckedRow[] =>
    staged.flatMap(({ row, cells, codes, readIssues }) => {
      const raw = { row, cells, ...(readIssues && { issues: readIssues }) };
      return checkRows(cleanRows(mapRows([raw], mapping), cleaning), checking, codes ? { columnCodes: codes } : undefined).rows;
    });
}

export type Recheck = ReturnType<typeof prepareRecheck>;
