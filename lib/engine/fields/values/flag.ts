import type { Cleaned } from '@/lib/engine/fields/field';

const FLAGS = new Map([
  ['TRUE', 'TRUE'],
  ['T', 'TRUE'],
  ['FALSE', 'FALSE'],
  ['F', 'FALSE'],
]);

/** TRUE or FALSE. Words like "yes" are not taken: a consent is too grave to be guessed. */
export const cleanFlag = (value: string): Cleaned => FLAGS.get(value.toUpperCase()) ?? { value: undefined, code: 'bad-flag', params: { value } };
