import { type CheckedRow, type ColumnCodes, type EditedRow, type Issue, prepareStages } from '@/lib/engine';
import type { PlanTask } from './make-plan';

/** A row as it was staged (see STAGED_TABLES). */
export interface StagedRow {
  row: number;
  cells: string[];
  codes: ColumnCodes | null;
  carried: EditedRow['carried'] | null;
  readIssues: Issue[] | null;
}

/** The columns of `staged s` that make a StagedRow. */
export const STAGED_ROW = 's.row, s.cells, s.codes, s.carried, s.read_issues AS "readIssues"';

/**
 * Prepares checking rows once more that wait for a comparison. To keep what the check made of every row would cost more than to repeat it
 * for the few; it gives the same, as no row depends on another but by the codes and texts that are kept with it.
 */
export function prepareRecheck(task: Pick<PlanTask, 'institution' | 'mapping' | 'edits' | 'profile'>) {
  const stages = prepareStages(task);
  return (staged: readonly StagedRow[]): CheckedRow[] =>
    staged.flatMap(({ row, cells, codes, carried, readIssues }) => {
      const raw = { row, cells, ...(readIssues && { issues: readIssues }) };
      return stages.alone(raw, carried, codes ? { columnCodes: codes } : undefined);
    });
}

export type Recheck = ReturnType<typeof prepareRecheck>;
