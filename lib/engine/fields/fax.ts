import { cleanPhone } from '@/lib/engine/fields/values/phone';
import { EVERYONE, type Field } from './field';

/** E.164 when it is a number that can exist, as typed otherwise. */
export const fax = {
  code: 'FAX',
  group: 'means',
  type: 'phone',
  length: 40,
  labels: { en: 'Fax', fr: 'Fax' },
  example: '+33140158001',
  appliesTo: EVERYONE,
  digits: 'keeps',
  clean: cleanPhone,
} as const satisfies Field;
