import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '@/lib/server/actor';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { confirmImport } from '@/lib/server/imports/confirm-import';
import { createImport } from '@/lib/server/imports/create-import';
import { getImport, type ImportDetail } from '@/lib/server/imports/get-import';
import { mappingOf } from '@/lib/server/imports/suggested-mapping';
import { digestOfImport, type ImportDigest } from '@/lib/testing/import-digest';
import { type CrashRig, insist, VICTIMS, type Victim } from './crash-rig';
import type { Seeded } from './seeded';
import { sendFile } from './send-file';

/** The parts of an import that are disturbed one after the other. Applying ends with the ledger. */
export const STAGES = ['upload', 'read', 'plan', 'apply'] as const;
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
  digest: ImportDigest;
  counts: ImportDetail['counts'];
  balanced: boolean | null;
  /** What each stage took, in milliseconds. */
  tookMs: Record<Stage, number>;
}

const POLL_MS = 30;
const STAGE_SECONDS = 120;

/** Takes a file from its first byte to the ledger, as a person would who goes on after every disturbance. `kills`: null for a calm run. */
export async function crashRound(rig: CrashRig, bytes: Buffer, kills: Kills | null): Promise<Round> {
  const actor = await rig.newActor();
  const { importId } = await createImport(actor, { fileName: 'crash.csv', size: bytes.length, environment: 'P' });
  const look = () => insist(() => getImport(actor, { importId }));
  const came = async (to: ImportDetail['state']): Promise<void> => {
    for (const end = Date.now() + STAGE_SECONDS * 1000; ; await wait(POLL_MS)) {
      const { state, error } = await look();
      if (state === to) return;
      if (state === 'failed' || Date.now() > end) throw new Error(`import ${importId} is ${state} and not ${to}: ${JSON.stringify(error)}`);
    }
  };
  const act = (from: ImportDetail['state'], work: (detail: ImportDetail) => Promise<void>) => insist(() => actOnce(actor, importId, from, work));
  const steps: Record<Stage, () => Promise<void>> = {
    upload: () => sendFile(rig.origin, actor, importId, bytes),
    read: () => came('read'),
    async plan() {
      await act('read', ({ suggestions }) => acceptMapping(actor, { importId, mapping: mappingOf(suggestions ?? []) }));
      await came('planned');
    },
    async apply() {
      await act('planned', ({ planHash }) => confirmImport(actor, { importId, planHash: planHash ?? '' }));
      await came('applied');
    },
  };
  const tookMs = {} as Record<Stage, number>;
  for (const stage of STAGES) tookMs[stage] = await disturbed(rig, steps[stage], kills?.[stage]);
  const { counts, balanced } = await look();
  return { digest: await digestOfImport(rig, actor.institutionId, importId), counts, balanced, tookMs };
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
