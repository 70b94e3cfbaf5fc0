import type pg from 'pg';
import {
  type CheckedRow,
  type ColumnProfile,
  type InstitutionContext,
  LIMITS,
  type Mapping,
  planRows,
  type ReadOptions,
  startPlanning,
} from '@/lib/engine';
import type { Environment } from '@/lib/server/generated/prisma/client';
import type { JobControl } from '@/lib/server/jobs/job-control';
import { gatherRows } from './gather-rows';
import { identifyRows, matchContacts } from './match-contacts';
import { planHash } from './plan-hash';
import { stageImport } from './stage-import';
import { columnsOf, createPlannedTables, writePlanned } from './write-planned';

/** A file whose columns are mapped, to be compared with the contacts of an environment. */
export interface PlanTask {
  path: string;
  sha256: string | null;
  readOptions: ReadOptions;
  profile: ColumnProfile[];
  mapping: Mapping;
  environment: Environment;
  institution: InstitutionContext;
}

/**
 * Plans a file into the temporary tables `staged`, `planned_row`, `planned_change` and `planned_issue` of the transaction; writes nothing
 * that stays. Gives the number of rows of the file and the hash of their changes. Throws what stageImport and the control throw.
 */
export async function makePlan(client: pg.ClientBase, task: PlanTask, control: JobControl): Promise<{ rows: number; hash: string }> {
  const { path, readOptions, mapping, profile, institution } = task;
  const rows = await stageImport(client, { path, readOptions, mapping, profile, institution }, profile[0]?.rows ?? null, control);
  return { rows, hash: await planStaged(client, task, rows, control) };
}

const NEXT = 'SELECT row, checked FROM staged WHERE row > $1 ORDER BY row LIMIT $2';

/** Plans all staged rows in the order of the file; gives the hash of what was planned. */
async function planStaged(client: pg.ClientBase, task: PlanTask, total: number, control: JobControl): Promise<string> {
  const { sha256, mapping, environment, institution } = task;
  const hash = planHash({ sha256, mapping, environment });
  const planning = startPlanning(institution, await gatherRows(client));
  const columns = columnsOf(mapping);
  await matchContacts(client, environment);
  await createPlannedTables(client);
  for (let done = 0, last = -1; ; ) {
    await control.checkpoint();
    const { rows } = await client.query<{ row: number; checked: string }>(NEXT, [last, LIMITS.chunkRows]);
    if (rows.length === 0) return hash.digest();
    const checked = rows.map((row) => JSON.parse(row.checked) as CheckedRow);
    const identified = await identifyRows(client, checked, institution);
    const planned = planRows(identified, planning);
    for (const { changes } of planned) changes.forEach(hash.add);
    await writePlanned(client, identified, planned, columns);
    last = rows.at(-1)?.row ?? last;
    done += rows.length;
    await control.report({ stage: 'planning', done, total });
  }
}
