import { type Field, PERSON } from './field';

export const firstname = {
  code: 'FIRSTNAME',
  group: 'individual',
  type: 'text',
  length: 100,
  labels: { en: 'First name', fr: 'Prénom' },
  example: 'Giulia',
  appliesTo: PERSON,
} as const satisfies Field;
