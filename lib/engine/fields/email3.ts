import { cleanEmail } from '@/lib/engine/fields/values/email';
import { EVERYONE, type Field } from './field';

/** Another address, without a login. */
export const email3 = {
  code: 'EMAIL3',
  group: 'means',
  type: 'email',
  length: 250,
  labels: { en: 'E-mail 3', fr: 'E-mail 3' },
  synonyms: {
    en: ['email 3', 'third email'],
    fr: ['email 3', 'mail 3', 'courriel 3'],
    de: ['email 3', 'dritte e-mail'],
    it: ['email 3', 'terza email'],
    es: ['email 3', 'correo 3'],
  },
  example: 'tickets@example.org',
  appliesTo: EVERYONE,
  clean: cleanEmail,
} as const satisfies Field;
