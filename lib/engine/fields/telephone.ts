import { cleanPhone } from '@/lib/engine/fields/values/phone';
import { EVERYONE, type Field } from './field';

/** E.164 when it is a number that can exist, as typed otherwise. */
export const telephone = {
  code: 'TELEPHONE',
  olderCodes: ['PHONE1'],
  group: 'means',
  type: 'phone',
  length: 40,
  labels: { en: 'Telephone', fr: 'Téléphone' },
  synonyms: {
    en: ['telephone', 'phone', 'phone number', 'telephone number', 'landline', 'home phone', 'tel', 'work phone'],
    fr: ['téléphone', 'tél', 'téléphone fixe', 'fixe', 'numéro de téléphone', 'tel fixe', 'tel domicile'],
    de: ['telefon', 'telefonnummer', 'tel', 'festnetz', 'telefon privat'],
    it: ['telefono', 'tel', 'telefono fisso', 'numero di telefono'],
    es: ['teléfono', 'tel', 'teléfono fijo', 'número de teléfono'],
  },
  example: '+33140158000',
  appliesTo: EVERYONE,
  clean: cleanPhone,
} as const satisfies Field;
