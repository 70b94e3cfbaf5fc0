import { join } from 'node:path';
import type { Actor } from '@/lib/server/actor';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { applyImport } from '@/lib/server/imports/apply-import';
import { getImport } from '@/lib/server/imports/get-import';
import { planImport } from '@/lib/server/imports/plan-import';
import { readImport } from '@/lib/server/imports/read-import';
import { undoImport } from '@/lib/server/imports/undo-import';
import { confirm, makeUploadedImport, suggestedMapping, undisturbed } from '@/lib/testing/run-import';
import { COLUMN_COUNT, writeContactFile } from './contact-file';
import { type Measured, measured } from './measures';
import { rawCopySeconds, rawTextSeconds } from './raw-copy';
import { type ScratchDatabase, startScratchDatabase } from './scratch-database';
import { type Stage, timed, watchMemory } from './stopwatch';

/** Where the contacts of the file end up. */
const CONTACT_TABLES = ['contact', 'contact_address', 'contact_means', 'contact_authorizations'];

/** A file on its way: stage by stage, and what it came to. */
interface Run {
  importId: number;
  stages: Stage[];
  /** From the stored file to the plan, and from there to contacts. */
  planned: number;
  applied: number;
}

const secondsOf = (stages: readonly Stage[]) => stages.reduce((sum, { seconds }) => sum + seconds, 0);

/** Takes a stored file to contacts through the product's own code; the ledger must balance. */
async function importFile(actor: Actor, folder: string, rows: number, name: string, changedEvery = 0): Promise<Run> {
  const path = join(folder, 'contacts.csv');
  writeContactFile(path, rows, changedEvery);
  const importId = await makeUploadedImport(actor, path);
  const job = { institutionId: actor.institutionId, importId };
  const read = await timed(`${name}: read`, rows, () => readImport(job, undisturbed()));
  await acceptMapping(actor, { importId, mapping: await suggestedMapping(actor, importId) });
  const plan = await timed(`${name}: plan`, rows, () => planImport(job, undisturbed()));
  const apply = await applied(actor, importId, rows, name);
  return { importId, stages: [read, plan, apply], planned: secondsOf([read, plan]), applied: apply.seconds };
}

async function applied(actor: Actor, importId: number, rows: number, name: string): Promise<Stage> {
  await confirm(actor, importId);
  const stage = await timed(`${name}: apply`, rows, () => applyImport({ institutionId: actor.institutionId, importId }, undisturbed()));
  const { counts, balanced } = await getImport(actor, { importId });
  if (!balanced) throw new Error(`The ledger of ${name} does not balance: ${JSON.stringify(counts)}`);
  return stage;
}

async function undo(actor: Actor, { importId: undone }: Run, rows: number): Promise<Stage[]> {
  const { importId } = await undoImport(actor, { importId: undone, what: 'all' });
  const plan = await timed('undo: plan', rows, () => planImport({ institutionId: actor.institutionId, importId }, undisturbed()));
  return [plan, await applied(actor, importId, rows, 'undo')];
}

interface Told {
  stages: Stage[];
  measures: Measured[];
}

/** All contacts new, against what the database needs at least for the same rows. */
async function firstRun({ owner }: ScratchDatabase, actor: Actor, folder: string, rows: number): Promise<Told & { first: Run }> {
  const first = await importFile(actor, folder, rows, 'new');
  const path = join(folder, 'copied.csv');
  writeContactFile(path, rows);
  const text = { stage: 'COPY of the file into texts', rows, seconds: await rawTextSeconds(owner, path, COLUMN_COUNT) };
  const final = { stage: 'COPY of the contacts', rows, seconds: await rawCopySeconds(owner, CONTACT_TABLES, actor.institutionId, folder) };
  return {
    first,
    stages: [...first.stages, text, final],
    measures: [measured('create-vs-copy', (first.planned + first.applied) / final.seconds), measured('plan-vs-copy', first.planned / text.seconds)],
  };
}

/** The same people again: some of them changed, then nobody. */
async function laterRuns(actor: Actor, folder: string, rows: number, first: Run): Promise<Told> {
  const whole = ({ planned, applied: seconds }: Run) => planned + seconds;
  const same = await importFile(actor, folder, rows, 'same');
  const changed = await importFile(actor, folder, rows, '10 % changed', 10);
  const measures = [measured('changed-10pct', whole(changed) / whole(first)), measured('same-file', whole(same) / whole(first))];
  return { stages: [...same.stages, ...changed.stages], measures };
}

/** A tenth of the rows, and an import that is taken back: each in an institution that has nothing else. */
async function otherRuns({ newActor }: ScratchDatabase, folder: string, rows: number, first: Run): Promise<Told> {
  const tenth = await importFile(await newActor(), folder, Math.max(1, Math.round(rows / 10)), 'a tenth');
  const actor = await newActor();
  const undone = await importFile(actor, folder, rows, 'to undo');
  const stages = await undo(actor, undone, rows);
  const measures = [
    measured('undo-vs-apply', secondsOf(stages) / undone.applied),
    measured('growth', (first.planned + first.applied) / (tenth.planned + tenth.applied)),
  ];
  return { stages: [...tenth.stages, ...undone.stages, ...stages], measures };
}

/** Takes files of `rows` invented contacts through the product's own code on a fresh database, and measures it against bare COPY in the same run. */
export async function importBench(folder: string, rows: number): Promise<Told> {
  const database = await startScratchDatabase(folder);
  const peak = watchMemory();
  try {
    const actor = await database.newActor();
    const { first, ...told } = await firstRun(database, actor, folder, rows);
    const parts = [told, await laterRuns(actor, folder, rows, first), await otherRuns(database, folder, rows, first)];
    return {
      stages: parts.flatMap(({ stages }) => stages),
      measures: [...parts.flatMap(({ measures }) => measures), measured('peak-memory-mb', peak())],
    };
  } finally {
    peak();
    await database.stop();
  }
}
