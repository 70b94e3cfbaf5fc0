import { z } from 'zod';
import { foldWords } from '@/lib/engine/fields/values/tidy';
import { column, eachCell, kind, text } from './edit';

/** Distinct values that a person may give another text. */
const VALUES = 2_000;

/** Values are the same whatever their case, accents and punctuation; a value of punctuation alone is what it is. */
export const valueKey = (value: string): string => foldWords(value) || value.trim();

/** Whole values of a column by others; a value that is not named stays. */
export const mapValues = kind({
  schema: z.strictObject({
    op: z.literal('map-values'),
    column,
    values: z.record(text, text).refine((values) => Object.keys(values).length <= VALUES),
  }),
  prepare: ({ column: index, values }) => {
    const byKey = new Map(Object.entries(values).map(([from, to]) => [valueKey(from), to]));
    return eachCell(index, (cell) => byKey.get(valueKey(cell)) ?? cell);
  },
});
