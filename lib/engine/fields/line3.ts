import { EVERYONE, type Field } from './field';

export const line3 = {
  code: 'LINE3',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Address line 3', fr: 'Adresse ligne 3' },
  example: 'BP 40',
  appliesTo: EVERYONE,
} as const satisfies Field;
