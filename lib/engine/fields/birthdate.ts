import { cleanBirthdate } from '@/lib/engine/fields/values/date';
import { type Field, PERSON } from './field';

/** Stored as YYYY-MM-DD. */
export const birthdate = {
  code: 'BIRTHDATE',
  group: 'individual',
  type: 'date',
  length: 30,
  labels: { en: 'Date of birth', fr: 'Date de naissance' },
  synonyms: {
    en: ['birth date', 'birthdate', 'date of birth', 'birthday', 'dob', 'born'],
    fr: ['date de naissance', 'naissance', 'né le', 'née le', 'date naissance', 'ddn'],
    de: ['geburtsdatum', 'geburtstag', 'geb datum', 'geboren am', 'geboren'],
    it: ['data di nascita', 'nascita', 'data nascita'],
    es: ['fecha de nacimiento', 'nacimiento', 'fecha nacimiento', 'cumpleaños'],
  },
  example: '31.12.1980',
  appliesTo: PERSON,
  clean: cleanBirthdate,
} as const satisfies Field;
