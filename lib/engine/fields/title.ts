import { cleanTitle } from '@/lib/engine/fields/values/title';
import { type Field, PERSON } from './field';

export const title = {
  code: 'TITLE',
  group: 'contact',
  type: 'code',
  length: 200,
  labels: { en: 'Title', fr: 'Civilité' },
  synonyms: {
    en: ['title', 'salutation', 'courtesy title', 'prefix', 'civility', 'honorific'],
    fr: ['civilité', 'titre', 'politesse', 'appellation'],
    de: ['anrede', 'titel'],
    it: ['titolo', 'appellativo', 'cortesia'],
    es: ['tratamiento', 'título'],
  },
  example: 'MRS',
  appliesTo: PERSON,
  clean: cleanTitle,
} as const satisfies Field;
