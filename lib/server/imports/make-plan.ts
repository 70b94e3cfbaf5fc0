import type pg from 'pg';
import {
  type Change,
  type ColumnProfile,
  type Edits,
  type FileQuality,
  type InstitutionContext,
  LIMITS,
  type Mapping,
  type Planning,
  type ProposedDefinition,
  planRows,
  type Reading,
  type ReadOptions,
  startPlanning,
  withProposals,
} from '@/lib/engine';
import type { Environment } from '@/lib/server/generated/prisma/client';
import type { JobControl } from '@/lib/server/jobs/job-control';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { keepNeeded } from '@/lib/server/removals/keep-needed';
import { tellCeiling } from '@/lib/server/removals/tell-ceiling';
import { contactsRevision } from './contacts-revision';
import { gatherRows } from './gather-rows';
import { identifyRows } from './identify-rows';
import { readImportDefinitions } from './import-definitions';
import { planHash } from './plan-hash';
import type { PlanTarget } from './plan-target';
import { columnsOf, createComparedTables, writeCompared, writeCompletely } from './planned-tables';
import { proposeDefinitions, usedDefinitions } from './propose-definitions';
import { prepareRecheck, STAGED_ROW, type StagedRow, stagedRows } from './recheck-rows';
import { settleRows } from './settle-rows';
import { stageAgain } from './stage-again';
import { stageImport } from './stage-import';

/** A file whose columns are mapped, to be compared with the contacts of an environment. */
export interface PlanTask {
  path: string;
  sha256: string | null;
  isText: boolean;
  readOptions: ReadOptions;
  profile: ColumnProfile[];
  mapping: Mapping;
  edits: Edits;
  environment: Environment;
  /** Where the plan is written. */
  target: PlanTarget;
  institution: InstitutionContext;
  /** Whether people who were erased may come back with the file, as was decided for it. */
  bringsBackErased?: boolean;
  /** The import whose rows that met a changed contact are planned, and nothing else of the file. */
  again?: ImportJob;
}

/** Whether a file is read as a stream, which several threads can do at once. */
export const isText = ({ format }: Pick<Reading, 'format'>): boolean => format === 'csv';

/** A plan in its target, but for its issues, which are in the view `planned_issue` of the transaction. */
export interface MadePlan {
  /** That were planned: of the file, or those that met a changed contact. */
  rows: number;
  hash: string;
  /** The fields and criteria it touches. */
  keys: string[];
  /** Of the contacts it was compared with (see contact_number_sequence). */
  revision: string;
  /** What is defined with it. */
  definitions: ProposedDefinition[];
  /** Of the values of the file; null where no file was gone through. */
  quality: FileQuality | null;
}

/**
 * Plans a file into its target. Most rows are alone and planned while they are read; what must be compared
 * is found in sets and compared chunk by chunk. Throws what stageImport and the control throw.
 */
export async function makePlan(client: pg.ClientBase, given: PlanTask, control: JobControl): Promise<MadePlan> {
  const revision = await contactsRevision(client, given.environment);
  const proposed = await proposalsFor(client, given, control);
  const task = { ...given, institution: withProposals(given.institution, proposed) };
  const { sha256, mapping, edits, environment, target, profile, institution } = task;
  const { rows, digest, keys, quality } = task.again
    ? await stageAgain(client, task.again, task)
    : await stageImport(client, { ...task, total: profile[0]?.rows ?? null }, control);
  await control.report({ stage: 'comparing', done: 0, total: null });
  const { waiting, same } = await settleRows(client, target, environment, institution.removal || task.bringsBackErased ? null : mapping);
  const hash = planHash({ sha256, mapping, edits, environment, rules: institution.rules, removal: institution.removal });
  hash.addText(digest);
  hash.addText(same);
  const touched = new Set(keys);
  await createComparedTables(client);
  await compareRows(client, task, waiting, control, (change) => {
    hash.add(change);
    for (const key in change.after) touched.add(key);
  });
  if (institution.removal) {
    hash.addText(await keepNeeded(client));
    await tellCeiling(client, { institutionId: target.institutionId, environment });
  }
  await writeCompletely(client, target);
  const definitions = task.again ? proposed : await usedDefinitions(client, target, proposed);
  hash.addText(JSON.stringify(definitions));
  return { rows, hash: hash.digest(), keys: [...touched], revision, definitions, quality: task.again ? null : quality };
}

/** What is defined where the import was told to: of a further round what was defined with the first. */
async function proposalsFor(client: pg.ClientBase, task: PlanTask, control: JobControl): Promise<ProposedDefinition[]> {
  if (!task.institution.rules.defineUnknown) return [];
  return task.again ? readImportDefinitions(client, task.again) : proposeDefinitions(task, task.profile[0]?.rows ?? null, control);
}

const next = (target: PlanTarget) => `
  SELECT ${STAGED_ROW}, CASE WHEN h.row IS NULL THEN s.row_hash END::text AS "rowHash"
  FROM found f JOIN (${stagedRows(target)}) ON s.row = f.row LEFT JOIN shared h ON h.row = f.row
  WHERE NOT f.same AND f.row > $1 ORDER BY f.row LIMIT $2`;

type Waiting = StagedRow & { rowHash: string | null };

/** Compares the rows that wait with the contacts they may mean and with each other, in the order of the file. */
async function compareRows(client: pg.ClientBase, task: PlanTask, total: number, control: JobControl, each: (change: Change) => void): Promise<void> {
  if (total === 0) return;
  const { mapping, edits, environment, target, institution } = task;
  const recheck = prepareRecheck(task);
  const planning: Planning = startPlanning(institution, await gatherRows(client, target, recheck));
  const columns = columnsOf(mapping, edits);
  for (let done = 0, last = -1; ; ) {
    await control.checkpoint();
    const { rows } = await client.query<Waiting>(next(target), [last, LIMITS.chunkRows]);
    if (rows.length === 0) return;
    const identified = await identifyRows(client, recheck(rows), environment, institution);
    const planned = planRows(identified, planning);
    for (const { changes } of planned) changes.forEach(each);
    await writeCompared(client, { identified, planned, hashes: rows.map(({ rowHash }) => rowHash), columns });
    last = rows.at(-1)?.row ?? last;
    done += rows.length;
    await control.report({ stage: 'planning', done, total });
  }
}
