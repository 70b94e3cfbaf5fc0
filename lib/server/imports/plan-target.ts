import type pg from 'pg';
import type { ImportJob } from '@/lib/server/jobs/queues';

/** Where the rows of a plan in the making and their changes are written: tables shaped as import_row and plan_change, and under which ids. */
export interface PlanTarget extends ImportJob {
  rows: string;
  changes: string;
}

/** The stored plan of an import itself. */
export const storedPlan = ({ institutionId, importId }: ImportJob): PlanTarget => ({
  institutionId,
  importId,
  rows: 'import_row',
  changes: 'plan_change',
});

/** Tables of the transaction alone. */
export const PASSING = { rows: 'passing_row', changes: 'passing_change' };

/** Of the transaction alone: for a plan that nobody keeps, and for one that takes the place of a part of another. */
export async function passingPlan(client: pg.ClientBase, { institutionId, importId }: ImportJob): Promise<PlanTarget> {
  await client.query(`CREATE TEMP TABLE ${PASSING.rows} (LIKE import_row INCLUDING DEFAULTS, PRIMARY KEY (row)) ON COMMIT DROP`);
  await client.query(`CREATE TEMP TABLE ${PASSING.changes} (LIKE plan_change INCLUDING DEFAULTS, PRIMARY KEY (row, part)) ON COMMIT DROP`);
  return { institutionId, importId, ...PASSING };
}

/** The WHERE of what belongs to the plan. The ids are numbers of ours. */
export const ofPlan = ({ institutionId, importId }: PlanTarget, alias = ''): string =>
  `${alias && `${alias}.`}institution_id = ${institutionId} AND ${alias && `${alias}.`}import_id = ${importId}`;
