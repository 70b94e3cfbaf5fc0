import { cleanPastDate } from '@/lib/engine/fields/values/date';
import { type Field, PERSON } from './field';

/** Evidence that the documented format has no place for: when the authorizations were given. Stored as YYYY-MM-DD. */
export const consentDate = {
  code: 'CONSENT_DATE',
  own: true,
  group: 'authorizations',
  type: 'date',
  length: 30,
  labels: { en: 'Date of consent', fr: 'Date du consentement' },
  example: '25.05.2018',
  appliesTo: PERSON,
  clean: cleanPastDate,
} as const satisfies Field;
