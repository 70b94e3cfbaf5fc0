import { cleanPersonName } from '@/lib/engine/fields/values/person-name';
import { type Field, PERSON } from './field';

export const firstname = {
  code: 'FIRSTNAME',
  group: 'individual',
  type: 'text',
  length: 100,
  labels: { en: 'First name', fr: 'Prénom' },
  example: 'Giulia',
  appliesTo: PERSON,
  clean: cleanPersonName,
} as const satisfies Field;
