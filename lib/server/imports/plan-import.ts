import type pg from 'pg';
import {
  type CheckedRow,
  type ColumnProfile,
  type InstitutionContext,
  LIMITS,
  type Mapping,
  planRows,
  type Reading,
  type ReadOptions,
  startPlanning,
} from '@/lib/engine';
import { inScope, inScopeSql } from '@/lib/server/database/scope';
import type { Import, StoredFile } from '@/lib/server/generated/prisma/client';
import { getInstitutionContext } from '@/lib/server/institutions/get-institution-context';
import { type JobControl, type JobHandler, JobStopped } from '@/lib/server/jobs/job-control';
import { fileStore } from '@/lib/server/storage/file-store';
import { gatherRows } from './gather-rows';
import type { ImportCounts } from './import-counts';
import { keepPlan } from './keep-plan';
import { identifyRows, matchContacts } from './match-contacts';
import { planHash } from './plan-hash';
import { stageImport } from './stage-import';
import { columnsOf, createPlannedTables, writePlanned } from './write-planned';

interface Planned {
  found: Import & { file: StoredFile };
  mapping: Mapping;
  institution: InstitutionContext;
}

/**
 * Job plan-import: from a mapped file to the plan that is confirmed. All of it is one transaction, with temporary tables for what is under
 * way, so that an interrupted plan leaves nothing behind and a new one replaces the old in one moment.
 */
export const planImport: JobHandler = async ({ institutionId, importId }, control) => {
  const scope = { kind: 'institution', institutionId } as const;
  const plan = await inScope(scope, async (db): Promise<Planned> => {
    const found = await db.import.findUnique({ where: { id: importId }, include: { file: true } });
    if (found?.state !== 'planning' || !found.mapping) throw new JobStopped('cancelled');
    return { found, mapping: found.mapping as Mapping, institution: await getInstitutionContext(db, institutionId) };
  });
  await inScopeSql(scope, async (client) => {
    const staged = await stage(client, plan, control);
    const hash = await planStaged(client, plan, staged, control);
    await control.checkpoint();
    const { issues } = plan.found.reading as unknown as Reading;
    const counts = await keepPlan(client, { institutionId, importId }, staged, issues);
    await finish(client, importId, counts, hash);
  });
};

async function stage(client: pg.ClientBase, { found, mapping, institution }: Planned, control: JobControl): Promise<number> {
  const profile = found.profile as unknown as ColumnProfile[];
  const local = await fileStore().local(found.file.key);
  try {
    const readOptions = (found.readOptions ?? {}) as ReadOptions;
    return await stageImport(client, { path: local.path, readOptions, mapping, profile, institution }, profile[0]?.rows ?? null, control);
  } finally {
    await local.release();
  }
}

const NEXT = 'SELECT row, checked FROM staged WHERE row > $1 ORDER BY row LIMIT $2';

/** Plans all staged rows in the order of the file; gives the hash of what was planned. */
async function planStaged(client: pg.ClientBase, { found, mapping, institution }: Planned, total: number, control: JobControl): Promise<string> {
  const { environment, file } = found;
  const hash = planHash({ sha256: file.sha256, mapping, environment });
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

const FINISH = `
  UPDATE import SET state = 'planned', counts = $2::jsonb, plan_hash = $3, planned_at = now(), progress = NULL, error = NULL, updated_at = now()
  WHERE id = $1 AND state = 'planning'`;

/** The move to `planned` is part of the plan's transaction: an import that was cancelled meanwhile gets no plan. */
async function finish(client: pg.ClientBase, importId: number, counts: ImportCounts, hash: string): Promise<void> {
  const { rowCount } = await client.query(FINISH, [importId, JSON.stringify(counts), hash]);
  if (rowCount !== 1) throw new JobStopped('cancelled');
}
