import { EVERYONE, type Field } from './field';

export const line2 = {
  code: 'LINE2',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Address line 2', fr: 'Adresse ligne 2' },
  example: 'Bâtiment B',
  appliesTo: EVERYONE,
} as const satisfies Field;
