import { EVERYONE, type Field } from './field';

export const line1 = {
  code: 'LINE1',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Address line 1', fr: 'Adresse ligne 1' },
  example: '12, rue des Lilas',
  appliesTo: EVERYONE,
} as const satisfies Field;
