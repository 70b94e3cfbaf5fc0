import { cleanLanguage } from '@/lib/engine/fields/values/language';
import { EVERYONE, type Field } from './field';

/** ISO 639-1 in lower case; the words of a row are those of the structure and of its relay. */
export const prefLang = {
  code: 'PREF_LANG',
  group: 'individual',
  type: 'language',
  length: 30,
  labels: { en: 'Language', fr: 'Langue' },
  example: 'fr',
  appliesTo: EVERYONE,
  clean: cleanLanguage,
} as const satisfies Field;
