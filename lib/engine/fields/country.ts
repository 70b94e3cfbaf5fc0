import { cleanCountry } from '@/lib/engine/fields/values/country';
import { EVERYONE, type Field } from './field';

/** ISO 3166-1 alpha-2. */
export const country = {
  code: 'COUNTRY',
  group: 'address',
  type: 'country',
  length: 100,
  labels: { en: 'Country', fr: 'Pays' },
  example: 'FR',
  appliesTo: EVERYONE,
  clean: cleanCountry,
} as const satisfies Field;
