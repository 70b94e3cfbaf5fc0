/** How items are tried: many at once, or one that nothing can be done with. */
export interface Trial<Item, Refusal> {
  /** Carries out all of the items; where that is refused it has done nothing, and says why. */
  together(items: readonly Item[]): Promise<Refusal | null>;
  /** Sets aside an item that is refused even alone. */
  setAside(item: Item, refusal: Refusal): Promise<void>;
}

/**
 * Carries out items that were refused together: all but those that are to blame, in their order, found by halving. One bad item among n
 * costs about 2 log2 n trials.
 */
export async function halveChunk<Item, Refusal>(items: readonly Item[], trial: Trial<Item, Refusal>): Promise<void> {
  await halve(items, true, trial);
}

/** Gives whether an item was set aside. `refused`: the items together were, so there is no need to try. */
async function halve<Item, Refusal>(items: readonly Item[], refused: boolean, trial: Trial<Item, Refusal>): Promise<boolean> {
  if (items.length === 1) return setAsideIfRefused(items[0] as Item, trial);
  if (!refused && (await trial.together(items)) === null) return false;
  const middle = items.length >> 1;
  const inFirst = await halve(items.slice(0, middle), false, trial);
  // What the whole met and its first half did not can only be in the other half.
  const inSecond = await halve(items.slice(middle), !inFirst, trial);
  return inFirst || inSecond;
}

async function setAsideIfRefused<Item, Refusal>(item: Item, trial: Trial<Item, Refusal>): Promise<boolean> {
  const refusal = await trial.together([item]);
  if (refusal !== null) await trial.setAside(item, refusal);
  return refusal !== null;
}
