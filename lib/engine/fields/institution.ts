import type { Field } from './field';

/** Owner of the data; a row for another institution than the one of the import is refused. */
export const institution = {
  code: 'INSTITUTION',
  olderCodes: ['INSTIT'],
  group: 'global',
  type: 'code',
  length: 15,
  labels: { en: 'Institution', fr: 'Institution' },
  example: 'OPERA',
  appliesTo: [],
  neverCleared: true,
} as const satisfies Field;
