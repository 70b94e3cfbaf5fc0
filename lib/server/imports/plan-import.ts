import type pg from 'pg';
import {
  type ColumnProfile,
  type Edits,
  type ImportRules,
  type InstitutionContext,
  type Mapping,
  NO_EDITS,
  type Reading,
  type ReadOptions,
} from '@/lib/engine';
import { type Db, inScope, inScopeSql } from '@/lib/server/database/scope';
import type { Import, StoredFile } from '@/lib/server/generated/prisma/client';
import { getInstitutionContext } from '@/lib/server/institutions/get-institution-context';
import { type JobControl, type JobHandler, JobStopped } from '@/lib/server/jobs/job-control';
import { fileStore } from '@/lib/server/storage/file-store';
import type { ImportCounts } from './import-counts';
import { keepDefinitions } from './import-definitions';
import { clearPlan, keepFilePlan, keepPlanAgain, keepUndoPlan } from './keep-plan';
import { isText, type MadePlan, makePlan, type PlanTask } from './make-plan';
import { makeUndo } from './make-undo';
import { type PlanTarget, passingPlan, storedPlan } from './plan-target';
import { refuseErased } from './refuse-erased';
import { undoScope } from './undo-scope';
import type { UndoTask } from './undone-changes';

type Found = Import & { file: StoredFile; undone: { undoes: number | null; planKeys: string[] } | null };

interface Planned {
  found: Found;
  mapping: Mapping;
  institution: InstitutionContext;
}

/**
 * Job plan-import: from a mapped file, or from an import to be undone, to the plan that is confirmed. All of it is one transaction, so that
 * an interrupted plan leaves nothing to be seen and a new one replaces the old in one moment.
 */
export const planImport: JobHandler = async (job, control) => {
  const { institutionId, importId } = job;
  const scope = { kind: 'institution', institutionId } as const;
  const plan = await inScope(scope, async (db): Promise<Planned | UndoTask> => {
    const include = { file: true, undone: { select: { undoes: true, planKeys: true } } };
    const found = await db.import.findUnique({ where: { id: importId }, include });
    if (found?.state !== 'planning') throw new JobStopped('cancelled');
    if (found.undoes !== null) return undoTaskOf(found, found.undoes);
    if (!found.mapping) throw new JobStopped('cancelled');
    return { found, mapping: found.mapping as Mapping, institution: await contextOf(db, found) };
  });
  const planned = (make: (client: pg.ClientBase) => Promise<MadePlan>, keep: (client: pg.ClientBase, made: MadePlan) => Promise<ImportCounts>) =>
    inScopeSql(scope, async (client) => {
      await clearPlan(client, job);
      const made = await make(client);
      await control.checkpoint();
      await control.report({ stage: 'keeping', done: 0, total: null });
      await keepDefinitions(client, job, made.definitions);
      await finish(client, importId, await keep(client, made), made);
    });
  if ('scope' in plan)
    return planned(
      (client) => makeUndo(client, plan, control),
      (client, { rows }) => keepUndoPlan(client, job, rows),
    );
  if (plan.found.round > 1) return planAgain(plan, control);
  refuseErased(plan.found.file);
  const { issues } = plan.found.reading as unknown as Reading;
  const local = await fileStore().local(plan.found.file.key);
  try {
    await planned(
      (client) => makePlan(client, taskOf(plan, local.path, storedPlan(job)), control),
      (client, { rows }) => keepFilePlan(client, job, rows, issues),
    );
  } finally {
    await local.release();
  }
};

const undoTaskOf = ({ institutionId, environment, undoScope: scope, undone }: Found, importId: number): UndoTask => ({
  institutionId,
  importId,
  environment,
  origin: undone?.undoes ?? null,
  scope: undoScope.parse(scope),
  keys: undone?.planKeys ?? [],
});
/** Plans what met a changed contact once more, from the rows as they are stored: the file is not needed. */
async function planAgain(plan: Planned, control: JobControl): Promise<void> {
  const { institutionId, id: importId } = plan.found;
  const job = { institutionId, importId };
  await inScopeSql({ kind: 'institution', institutionId }, async (client) => {
    const made = await makePlan(client, { ...taskOf(plan, '', await passingPlan(client, job)), again: job }, control);
    await control.checkpoint();
    const counts = await keepPlanAgain(client, job);
    await finish(client, importId, counts, made);
  });
}

const contextOf = (db: Db, { institutionId, environment, rules, purpose }: Import) =>
  getInstitutionContext(db, institutionId, { environment, purpose, rules: rules as ImportRules });

const taskOf = ({ found, mapping, institution }: Planned, path: string, target: PlanTarget): PlanTask => ({
  path,
  target,
  sha256: found.file.sha256,
  isText: isText(found.reading as unknown as Reading),
  readOptions: (found.readOptions ?? {}) as ReadOptions,
  profile: found.profile as unknown as ColumnProfile[],
  mapping,
  edits: (found.edits as Edits | null) ?? NO_EDITS,
  environment: found.environment,
  institution,
  bringsBackErased: found.erasedOverride !== null,
});

const FINISH = `
  UPDATE import SET state = 'planned', counts = $2::jsonb, plan_hash = $3, plan_revision = $4, plan_keys = array(SELECT unnest(plan_keys) WHERE round > 1 UNION SELECT unnest($5::text[])), quality = coalesce($6::jsonb, quality), planned_at = now(), progress = NULL, error = NULL, updated_at = now()
  WHERE id = $1 AND state = 'planning'`;

/** The move to `planned` is part of the plan's transaction: an import that was cancelled meanwhile gets no plan. */
async function finish(client: pg.ClientBase, importId: number, counts: ImportCounts, { hash, revision, keys, quality }: MadePlan): Promise<void> {
  const { rowCount } = await client.query(FINISH, [importId, JSON.stringify(counts), hash, revision, keys, quality && JSON.stringify(quality)]);
  if (rowCount !== 1) throw new JobStopped('cancelled');
}
