import { cleanPhone } from '@/lib/engine/fields/values/phone';
import { EVERYONE, type Field } from './field';

/** E.164 when it is a number that can exist, as typed otherwise. */
export const cellphone = {
  code: 'CELLPHONE',
  group: 'means',
  type: 'phone',
  length: 40,
  labels: { en: 'Mobile phone', fr: 'Téléphone portable' },
  example: '+33612345678',
  appliesTo: EVERYONE,
  digits: 'keeps',
  clean: cleanPhone,
} as const satisfies Field;
