import { cleanPersonName } from '@/lib/engine/fields/values/person-name';
import { type Field, PERSON } from './field';

export const lastname = {
  code: 'LASTNAME',
  group: 'individual',
  type: 'text',
  length: 100,
  labels: { en: 'Last name', fr: 'Nom' },
  example: 'Rossi',
  appliesTo: PERSON,
  clean: cleanPersonName,
} as const satisfies Field;
