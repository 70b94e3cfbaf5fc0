import { type Field, PERSON } from './field';

export const letterSalutation = {
  code: 'LETTER_SALUTATION',
  group: 'contact',
  type: 'text',
  length: 200,
  labels: { en: 'Letter salutation', fr: 'Formule de politesse (lettre)' },
  synonyms: {
    en: ['letter salutation', 'letter greeting'],
    fr: ['formule de politesse', 'formule lettre'],
    de: ['briefanrede'],
    it: ['formula di saluto'],
    es: ['saludo de carta'],
  },
  example: 'Dear Ms Rossi',
  appliesTo: PERSON,
} as const satisfies Field;
