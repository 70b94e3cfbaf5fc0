import { type Field, PERSON } from './field';

export const jobFunction = {
  code: 'FUNCTION',
  group: 'contact',
  type: 'text',
  length: 1000,
  labels: { en: 'Function', fr: 'Fonction' },
  example: 'Head of operations',
  appliesTo: PERSON,
} as const satisfies Field;
