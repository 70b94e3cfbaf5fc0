import { EVERYONE, type Field } from './field';

export const town = {
  code: 'TOWN',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Town', fr: 'Ville' },
  example: 'Bourg-en-Bresse',
  appliesTo: EVERYONE,
} as const satisfies Field;
