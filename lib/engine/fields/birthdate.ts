import { cleanPastDate } from '@/lib/engine/fields/values/date';
import { type Field, PERSON } from './field';

/** Stored as YYYY-MM-DD. */
export const birthdate = {
  code: 'BIRTHDATE',
  group: 'individual',
  type: 'date',
  length: 30,
  labels: { en: 'Date of birth', fr: 'Date de naissance' },
  example: '31.12.1980',
  appliesTo: PERSON,
  clean: cleanPastDate,
} as const satisfies Field;
