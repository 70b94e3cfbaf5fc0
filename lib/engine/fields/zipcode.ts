import { cleanPostcode } from '@/lib/engine/fields/values/postcode';
import { EVERYONE, type Field } from './field';

/** A text: leading zeros count. */
export const zipcode = {
  code: 'ZIPCODE',
  group: 'address',
  type: 'text',
  length: 10,
  labels: { en: 'Postcode', fr: 'Code postal' },
  synonyms: {
    en: ['zip', 'zip code', 'zipcode', 'postcode', 'postal code', 'post code'],
    fr: ['code postal', 'cp', 'npa'],
    de: ['plz', 'postleitzahl'],
    it: ['cap', 'codice postale', 'codice di avviamento postale'],
    es: ['código postal', 'cp'],
  },
  example: '01000',
  appliesTo: EVERYONE,
  clean: cleanPostcode,
} as const satisfies Field;
