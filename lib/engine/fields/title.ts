import { cleanTitle } from '@/lib/engine/fields/values/title';
import { type Field, PERSON } from './field';

export const title = {
  code: 'TITLE',
  group: 'contact',
  type: 'code',
  length: 200,
  labels: { en: 'Title', fr: 'Civilité' },
  example: 'MRS',
  appliesTo: PERSON,
  clean: cleanTitle,
} as const satisfies Field;
