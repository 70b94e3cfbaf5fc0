import { EVERYONE, type Field } from './field';

/** Together with the town it stays under 100 characters. */
export const townComplement = {
  code: 'TOWN_COMPLEMENT',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Town, complement', fr: 'Ville, complément' },
  example: 'Cedex 2',
  appliesTo: EVERYONE,
} as const satisfies Field;
