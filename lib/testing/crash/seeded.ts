/** Chances that only depend on a seed, so that a run can be had again. */
export interface Seeded {
  /** From 0 up to below 1. */
  next(): number;
  pick<T>(choices: readonly T[]): T;
}

/** mulberry32. */
export function seeded(seed: number): Seeded {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, pick: (choices) => choices[Math.floor(next() * choices.length)] as (typeof choices)[number] };
}
