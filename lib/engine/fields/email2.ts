import { cleanEmail } from '@/lib/engine/fields/values/email';
import { EVERYONE, type Field } from './field';

/** Another address, without a login. */
export const email2 = {
  code: 'EMAIL2',
  group: 'means',
  type: 'email',
  length: 250,
  labels: { en: 'E-mail 2', fr: 'E-mail 2' },
  synonyms: {
    en: ['email 2', 'second email', 'secondary email', 'other email', 'alternate email'],
    fr: ['email 2', 'mail 2', 'courriel 2', 'autre email'],
    de: ['email 2', 'zweite e-mail'],
    it: ['email 2', 'seconda email'],
    es: ['email 2', 'correo 2', 'correo electrónico 2'],
  },
  example: 'g.rossi@example.org',
  appliesTo: EVERYONE,
  clean: cleanEmail,
} as const satisfies Field;
