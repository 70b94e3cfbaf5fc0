/** One stage of an import, measured. */
export interface Stage {
  stage: string;
  rows: number;
  seconds: number;
}

/** Runs one stage of `rows` rows and measures it. */
export async function timed(stage: string, rows: number, work: () => Promise<unknown>): Promise<Stage> {
  const start = performance.now();
  await work();
  return { stage, rows, seconds: (performance.now() - start) / 1000 };
}

const SAMPLE_MS = 50;
const MEGABYTE = 1 << 20;

/** Watches the memory of this process with its threads, without the database's. Gives the highest so far, in MB, and ends the watch. */
export function watchMemory(): () => number {
  let peak = process.memoryUsage.rss();
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  return () => {
    clearInterval(sampling);
    return Math.round(peak / MEGABYTE);
  };
}
