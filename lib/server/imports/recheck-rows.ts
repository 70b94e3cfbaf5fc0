import { type CheckedRow, type ColumnCodes, type EditedRow, type FieldCode, type Issue, issue, prepareStages } from '@/lib/engine';
import type { FingerprintKind } from '@/lib/server/generated/prisma/client';
import type { PlanTask } from './make-plan';
import { ofPlan, type PlanTarget } from './plan-target';

/** A row as it was staged (see writeStaged). */
export interface StagedRow {
  row: number;
  cells: string[];
  codes: ColumnCodes | null;
  carried: EditedRow['carried'] | null;
  readIssues: Issue[] | null;
  /** By what it is known that the row is about somebody who was erased; null for everybody else. */
  erased: FingerprintKind | null;
}

/** The columns of stagedRows that make a StagedRow. */
export const STAGED_ROW =
  's.row, r.cells, s.codes, s.carried, s.read_issues AS "readIssues", (SELECT x.kind FROM erased_row x WHERE x.row = s.row) AS erased';

/** Rows with all that was staged of them: `r` in the plan, `s` beside it. */
export const stagedRows = (target: PlanTarget): string => `staged s JOIN ${target.rows} r ON ${ofPlan(target, 'r')} AND r.row = s.row`;

const ERASED_FIELD: Record<FingerprintKind, FieldCode> = { number: 'CONTACT_NR', email: 'EMAIL1', person: 'LASTNAME' };

/** A row about somebody who was erased goes no further. */
function heldIfErased(checked: CheckedRow, erased: FingerprintKind | null): CheckedRow {
  if (erased === null || checked.refusal !== null) return checked;
  const found = issue('erased-person', checked.row, ERASED_FIELD[erased], { kind: erased });
  return { ...checked, refusal: 'held', issues: [...checked.issues, found] };
}

/**
 * Prepares checking rows once more that wait for a comparison. To keep what the check made of every row would cost more than to repeat it
 * for the few; it gives the same, as no row depends on another but by the codes and texts that are kept with it.
 */
export function prepareRecheck(task: Pick<PlanTask, 'institution' | 'mapping' | 'edits' | 'profile'>) {
  const stages = prepareStages(task);
  return (staged: readonly StagedRow[]): CheckedRow[] =>
    staged.flatMap(({ row, cells, codes, carried, readIssues, erased }) => {
      const raw = { row, cells, ...(readIssues && { issues: readIssues }) };
      return stages.alone(raw, carried, codes ? { columnCodes: codes } : undefined).map((checked) => heldIfErased(checked, erased));
    });
}

export type Recheck = ReturnType<typeof prepareRecheck>;
