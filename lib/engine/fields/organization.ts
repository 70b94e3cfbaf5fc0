import type { Field } from './field';

/** Sub-unit of the institution that sells; `*`, also meant by an empty cell, is all of them. */
export const organization = {
  code: 'ORGANIZATION',
  group: 'global',
  type: 'code',
  length: 8,
  labels: { en: 'Organization', fr: 'Organisme' },
  example: '*',
  appliesTo: [],
  neverCleared: true,
} as const satisfies Field;
