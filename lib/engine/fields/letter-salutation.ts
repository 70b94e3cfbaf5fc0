import { type Field, PERSON } from './field';

export const letterSalutation = {
  code: 'LETTER_SALUTATION',
  group: 'contact',
  type: 'text',
  length: 200,
  labels: { en: 'Letter salutation', fr: 'Formule de politesse (lettre)' },
  example: 'Dear Ms Rossi',
  appliesTo: PERSON,
} as const satisfies Field;
