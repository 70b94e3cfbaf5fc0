import { join } from 'node:path';
import type { Actor } from '@/lib/server/actor';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { applyImport } from '@/lib/server/imports/apply-import';
import { getImport } from '@/lib/server/imports/get-import';
import { planImport } from '@/lib/server/imports/plan-import';
import { readImport } from '@/lib/server/imports/read-import';
import { undoImport } from '@/lib/server/imports/undo-import';
import { confirm, makeUploadedImport, suggestedMapping, undisturbed } from '@/lib/testing/run-import';
import { writeContactFile } from './contact-file';
import { rawCopySeconds } from './raw-copy';
import { startScratchDatabase } from './scratch-database';
import { type Measure, measure } from './stopwatch';

const PLAN_TABLES = ['import_row', 'import_issue', 'plan_change'];
const CONTACT_TABLES = ['contact', 'contact_address', 'contact_means', 'contact_authorizations', 'change_result'];

async function uploaded(actor: Actor, folder: string, rows: number) {
  const path = join(folder, 'contacts.csv');
  writeContactFile(path, rows);
  return { institutionId: actor.institutionId, importId: await makeUploadedImport(actor, path) };
}

type Job = Awaited<ReturnType<typeof uploaded>>;

/** Plans in two measures, by the stage that the job reports. */
async function measurePlan(job: Job, rows: number): Promise<Measure[]> {
  let stagedAt = 0;
  const report = async ({ stage }: { stage: string }) => {
    if (stage === 'staging') stagedAt = performance.now();
  };
  const start = performance.now();
  const whole = await measure('plan', rows, () => planImport(job, { ...undisturbed(), report }));
  const split = (stage: string, seconds: number): Measure => ({ ...whole, stage, seconds, rowsPerSecond: Math.round(rows / seconds) });
  const staging = (stagedAt - start) / 1000;
  return [split('stage', staging), split('plan', whole.seconds - staging)];
}

async function mapped(actor: Actor, { importId }: Job): Promise<void> {
  await acceptMapping(actor, { importId, mapping: await suggestedMapping(actor, importId) });
}

/** The undo of what was applied, planned and carried out. */
async function measureUndo(actor: Actor, { institutionId, importId }: Job, rows: number): Promise<Measure[]> {
  const undo = { institutionId, importId: (await undoImport(actor, { importId })).importId };
  const plan = await measure('plan undo', rows, () => planImport(undo, undisturbed()));
  await confirm(actor, undo.importId);
  const apply = await measure('undo', rows, () => applyImport(undo, undisturbed()));
  const { counts, balanced } = await getImport(actor, { importId: undo.importId });
  if (!balanced || counts?.removed !== counts?.rows) throw new Error(`The undo left something: ${JSON.stringify(counts)}`);
  return [plan, apply];
}

/**
 * Takes a file of `rows` invented contacts through the product's own code on a fresh database: read, stage (map, clean, check), plan,
 * apply; then plans the same file once more, when every row finds its contact, and takes the import back. Gives one measure a stage.
 */
export async function runBench(folder: string, rows: number): Promise<Measure[]> {
  const { actor, owner, stop } = await startScratchDatabase(folder);
  try {
    const job = await uploaded(actor, folder, rows);
    const read = await measure('read', rows, () => readImport(job, undisturbed()));
    await mapped(actor, job);
    const [stage, plan] = (await measurePlan(job, rows)) as [Measure, Measure];
    plan.ratioToCopy = plan.seconds / (await rawCopySeconds(owner, PLAN_TABLES, folder));
    await confirm(actor, job.importId);
    const apply = await measure('apply', rows, () => applyImport(job, undisturbed()));
    apply.ratioToCopy = apply.seconds / (await rawCopySeconds(owner, CONTACT_TABLES, folder));
    const { counts, balanced } = await getImport(actor, { importId: job.importId });
    if (!balanced || counts?.rows !== rows) throw new Error(`The ledger does not balance: ${JSON.stringify(counts)}`);
    const again = await uploaded(actor, folder, rows);
    await readImport(again, undisturbed());
    await mapped(actor, again);
    const replan = await measure('plan again', rows, () => planImport(again, undisturbed()));
    return [read, stage, plan, apply, replan, ...(await measureUndo(actor, job, rows))];
  } finally {
    await stop();
  }
}
