import { cleanPhone } from '@/lib/engine/fields/values/phone';
import { EVERYONE, type Field } from './field';

/** E.164 when it is a number that can exist, as typed otherwise. */
export const telephone = {
  code: 'TELEPHONE',
  olderCodes: ['PHONE 1', 'PHONE 2', 'PHONE 3', 'PHONE1'],
  severalColumns: true,
  group: 'means',
  type: 'phone',
  length: 40,
  labels: { en: 'Telephone', fr: 'Téléphone' },
  example: '+33140158000',
  appliesTo: EVERYONE,
  digits: 'keeps',
  clean: cleanPhone,
} as const satisfies Field;
