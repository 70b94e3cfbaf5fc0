import { isDeepStrictEqual } from 'node:util';
import { crashFile } from './crash-file';
import { startRig } from './crash-rig';
import { chooseKills, crashRound, type Kills, type Round, STAGES } from './crash-round';
import { seeded } from './seeded';

interface Task {
  /** For PostgreSQL and files; reachable by other users (see startEmbedded). */
  folder: string;
  seed: number;
  /** Of the file. */
  rows: number;
  rounds: number;
  /** Only the first round begins after so many milliseconds. */
  limitMs?: number;
  /** Told what happens. */
  say?: (line: string) => void;
}

const seconds = ({ tookMs }: Round) => STAGES.map((stage) => `${stage} ${(tookMs[stage] / 1000).toFixed(1)} s`).join(', ');

const describe = (kills: Kills) => STAGES.map((stage) => `${stage}: ${kills[stage].victim} at ${kills[stage].afterMs} ms`).join(', ');

/**
 * Imports one file again and again while the processes that do it are killed at random moments, and compares all that each run left in the
 * database with what a calm run leaves. Gives the number of rounds. Throws, with the seed, where one came to another end.
 */
export async function runCrashTest({ folder, seed, rows, rounds, limitMs = Number.POSITIVE_INFINITY, say = () => undefined }: Task): Promise<number> {
  const chance = seeded(seed);
  const rig = await startRig(folder);
  const began = performance.now();
  try {
    const bytes = crashFile(rows);
    // The first run warms up what is measured by the second.
    await crashRound(rig, bytes, null);
    const calm = await crashRound(rig, bytes, null);
    if (!calm.balanced) throw new Error(`the calm run does not balance: ${JSON.stringify(calm.counts)}`);
    say(`calm: ${seconds(calm)}`);
    let round = 0;
    for (; round < rounds && (round === 0 || performance.now() - began < limitMs); round++) {
      const kills = chooseKills(chance, calm.tookMs);
      say(`round ${round + 1}: ${describe(kills)}`);
      const end = await crashRound(rig, bytes, kills);
      say(`  took: ${seconds(end)}`);
      if (end.balanced && isDeepStrictEqual(end.digests, calm.digests)) continue;
      throw new Error(
        `seed ${seed}, round ${round + 1}, ${describe(kills)}: another end. ${JSON.stringify({ calm: calm.digests, end: end.digests })}`,
      );
    }
    return round;
  } finally {
    await rig.stop();
  }
}
