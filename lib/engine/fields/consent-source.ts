import { type Field, PERSON } from './field';

/** Evidence that the documented format has no place for: where the authorizations were given. */
export const consentSource = {
  code: 'CONSENT_SOURCE',
  own: true,
  group: 'authorizations',
  type: 'text',
  length: 200,
  labels: { en: 'Source of consent', fr: 'Source du consentement' },
  example: 'Newsletter form',
  appliesTo: PERSON,
} as const satisfies Field;
