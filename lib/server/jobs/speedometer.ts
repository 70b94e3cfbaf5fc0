/** Milliseconds over which speed is told: long enough for several chunks, short enough to follow a machine that gets busy. */
const WINDOW_MS = 10_000;
/** Reports closer together than this count as one. */
const APART_MS = 250;
/** A first guess needs that much. */
const LEAST_MS = 1_000;

interface Seen {
  at: number;
  done: number;
}

/**
 * Tells rows per second over the last seconds of a stage, from the counts it is given (`now` in milliseconds); null until a second of the
 * stage has passed.
 */
export function speedometer(): (progress: { stage: string; done: number }, now: number) => number | null {
  let stage = '';
  let seen: Seen[] = [];
  return (progress, now) => {
    if (progress.stage !== stage) {
      stage = progress.stage;
      seen = [];
    }
    const last = seen.at(-1);
    if (!last || now - last.at >= APART_MS) seen.push({ at: now, done: progress.done });
    // The oldest that is kept lies at the window's edge or before it.
    while (seen.length > 2 && now - (seen[1] as Seen).at >= WINDOW_MS) seen.shift();
    const [first] = seen;
    if (!first || now - first.at < LEAST_MS) return null;
    return Math.round((1000 * (progress.done - first.done)) / (now - first.at));
  };
}
