import { cleanPostcode } from '@/lib/engine/fields/values/postcode';
import { EVERYONE, type Field } from './field';

/** A text: leading zeros count. */
export const zipcode = {
  code: 'ZIPCODE',
  group: 'address',
  type: 'text',
  length: 10,
  labels: { en: 'Postcode', fr: 'Code postal' },
  example: '01000',
  appliesTo: EVERYONE,
  digits: 'skips',
  clean: cleanPostcode,
} as const satisfies Field;
