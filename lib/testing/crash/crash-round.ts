import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '@/lib/server/actor';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { confirmImport } from '@/lib/server/imports/confirm-import';
import { createImport } from '@/lib/server/imports/create-import';
import { getImport, type ImportDetail } from '@/lib/server/imports/get-import';
import { mappingOf } from '@/lib/server/imports/suggested-mapping';
import { undoImport } from '@/lib/server/imports/undo-import';
import { digestOfImport, type ImportDigest } from '@/lib/testing/import-digest';
import { type CrashRig, insist, VICTIMS, type Victim } from './crash-rig';
import type { Seeded } from './seeded';
import { sendFile } from './send-file';

/** The parts of an import and of its undo that are disturbed one after the other. Applying and undoing end with the ledger. */
export const STAGES = ['upload', 'read', 'plan', 'apply', 'planUndo', 'undo'] as const;
export type Stage = (typeof STAGES)[number];

/** Who has a stage in hand: uploads are the web process's, all else is the worker's. */
const victimsOf = (stage: Stage): Victim[] => VICTIMS.filter((victim) => victim !== (stage === 'upload' ? 'worker' : 'web'));

/** What is to happen in a stage: who is killed, and how many milliseconds after it began. */
export type Kills = Record<Stage, { victim: Victim; afterMs: number }>;

/** A stage that took so long is disturbed anywhere in it, and a little beyond. */
export const chooseKills = (chance: Seeded, calmMs: Record<Stage, number>): Kills =>
  Object.fromEntries(
    STAGES.map((stage) => [stage, { victim: chance.pick(victimsOf(stage)), afterMs: Math.round(chance.next() * 1.05 * calmMs[stage]) }]),
  ) as Kills;

export interface Round {
  /** What the import left, and what its undo did. */
  digests: { applied: ImportDigest; undone: ImportDigest };
  counts: ImportDetail['counts'];
  balanced: boolean | null;
  /** What each stage took, in milliseconds. */
  tookMs: Record<Stage, number>;
}

const POLL_MS = 30;
const STAGE_SECONDS = 120;

/**
 * Takes a file from its first byte to the ledger, and back again, as a person would who goes on after every disturbance. `kills`: null for a
 * calm run.
 */
export async function crashRound(rig: CrashRig, bytes: Buffer, kills: Kills | null): Promise<Round> {
  const actor = await rig.newActor();
  const { importId } = await createImport(actor, { fileName: 'crash.csv', size: bytes.length, environment: 'P' });
  const apply = async (id: number) => {
    await act(actor, id, 'planned', ({ planHash }) => confirmImport(actor, { importId: id, planHash: planHash ?? '' }));
    await came(actor, id, 'applied');
  };
  let undoId = 0;
  const steps: Record<Stage, () => Promise<void>> = {
    upload: () => sendFile(rig.origin, actor, importId, bytes),
    read: () => came(actor, importId, 'read'),
    async plan() {
      await act(actor, importId, 'read', async ({ suggestions, suggestedEdits }) => {
        await acceptMapping(actor, { importId, mapping: mappingOf(suggestions ?? []), edits: suggestedEdits });
      });
      await came(actor, importId, 'planned');
    },
    apply: () => apply(importId),
    async planUndo() {
      undoId = await insist(() => undoOnce(rig, actor, importId));
      await came(actor, undoId, 'planned');
    },
    undo: () => apply(undoId),
  };
  const tookMs = {} as Record<Stage, number>;
  const run = async (stages: readonly Stage[], id: () => number) => {
    for (const stage of stages) tookMs[stage] = await disturbed(rig, steps[stage], kills?.[stage]);
    return digestOfImport(rig, actor.institutionId, id());
  };
  const applied = await run(STAGES.slice(0, 4), () => importId);
  const { counts, balanced } = await look(actor, importId);
  const undone = await run(STAGES.slice(4), () => undoId);
  const { balanced: isBack } = await look(actor, undoId);
  return { digests: { applied, undone }, counts, balanced: balanced && isBack, tookMs };
}

const look = (actor: Actor, importId: number) => insist(() => getImport(actor, { importId }));

async function came(actor: Actor, importId: number, to: ImportDetail['state']): Promise<void> {
  for (const end = Date.now() + STAGE_SECONDS * 1000; ; await wait(POLL_MS)) {
    const { state, error } = await look(actor, importId);
    if (state === to) return;
    if (state === 'failed' || Date.now() > end) throw new Error(`import ${importId} is ${state} and not ${to}: ${JSON.stringify(error)}`);
  }
}

const act = (actor: Actor, importId: number, from: ImportDetail['state'], work: (detail: ImportDetail) => Promise<void>) =>
  insist(() => actOnce(actor, importId, from, work));

/** The undo of an import, begun unless it was already. */
async function undoOnce(rig: CrashRig, actor: Actor, importId: number): Promise<number> {
  const [begun] = await rig.ownerQuery<{ id: number }>('SELECT id FROM import WHERE undoes = $1', [importId]);
  return begun?.id ?? (await undoImport(actor, { importId, what: 'all' })).importId;
}

/** Does what moves an import on, unless it has moved already: its answer may have been lost. */
async function actOnce(actor: Actor, importId: number, from: ImportDetail['state'], work: (detail: ImportDetail) => Promise<void>): Promise<void> {
  const detail = await getImport(actor, { importId });
  if (detail.state === from) await work(detail);
}

async function disturbed(rig: CrashRig, step: () => Promise<void>, kill: Kills[Stage] | undefined): Promise<number> {
  const began = performance.now();
  const killing = kill ? wait(kill.afterMs).then(() => rig.kill(kill.victim)) : Promise.resolve();
  await Promise.all([step(), killing]);
  return performance.now() - began;
}
