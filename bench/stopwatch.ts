/** One stage of an import, measured. Memory is that of this process with its threads, at its highest, without the database's. */
export interface Measure {
  stage: string;
  seconds: number;
  rowsPerSecond: number;
  peakMemoryMb: number;
  /** Seconds of this stage by those of a bare COPY of what it wrote; null where it writes nothing that stays. */
  ratioToCopy: number | null;
}

const SAMPLE_MS = 50;
const MEGABYTE = 1 << 20;

/** Runs one stage of `rows` rows and measures it. */
export async function measure(stage: string, rows: number, work: () => Promise<unknown>): Promise<Measure> {
  let peak = process.memoryUsage.rss();
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  const start = performance.now();
  try {
    await work();
  } finally {
    clearInterval(sampling);
  }
  const seconds = (performance.now() - start) / 1000;
  peak = Math.max(peak, process.memoryUsage.rss());
  return { stage, seconds, rowsPerSecond: Math.round(rows / seconds), peakMemoryMb: Math.round(peak / MEGABYTE), ratioToCopy: null };
}
