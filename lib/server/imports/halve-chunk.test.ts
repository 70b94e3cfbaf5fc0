import fc from 'fast-check';
import { expect, it } from 'vitest';
import { halveChunk } from './halve-chunk';

/** Halves 0…size-1, of which some are refused; gives what was carried out, what was set aside, and how often something was tried. */
async function halved(size: number, bad: ReadonlySet<number>) {
  const done: number[] = [];
  const aside: number[] = [];
  let trials = 0;
  await halveChunk(
    Array.from({ length: size }, (_, at) => at),
    {
      async together(items) {
        trials++;
        const found = items.find((item) => bad.has(item));
        if (found === undefined) done.push(...items);
        return found ?? null;
      },
      async setAside(item, refusal) {
        expect(refusal).toBe(item);
        aside.push(item);
      },
    },
  );
  return { done, aside, trials };
}

const few = fc.integer({ min: 1, max: 2_000 }).chain((size) => fc.tuple(fc.constant(size), fc.uniqueArray(fc.nat(size - 1), { maxLength: 8 })));

it('everything but what is refused is carried out once, in order, and the refused are set aside', async () => {
  await fc.assert(
    fc.asyncProperty(few, async ([size, numbers]) => {
      const bad = new Set(numbers);
      const { done, aside } = await halved(size, bad);
      expect(done).toEqual(Array.from({ length: size }, (_, at) => at).filter((at) => !bad.has(at)));
      expect(aside).toEqual([...numbers].sort((a, b) => a - b));
    }),
  );
});

it('a bad item costs about twice the logarithm of their number', async () => {
  await fc.assert(
    fc.asyncProperty(few, async ([size, numbers]) => {
      const { trials } = await halved(size, new Set(numbers));
      const each = 2 * Math.ceil(Math.log2(size)) + 2;
      expect(trials).toBeLessThanOrEqual(each * Math.max(1, numbers.length));
    }),
  );
});
