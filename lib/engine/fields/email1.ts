import { cleanEmail } from '@/lib/engine/fields/values/email';
import { EVERYONE, type Field } from './field';

/** The user name of the ticket shop, and what a contact without a number is found by. */
export const email1 = {
  code: 'EMAIL1',
  group: 'means',
  type: 'email',
  length: 250,
  labels: { en: 'E-mail', fr: 'E-mail' },
  synonyms: {
    en: ['email', 'email address', 'mail', 'e-mail', 'e-mail address', 'mail address', 'email 1', 'primary email'],
    fr: ['email', 'e-mail', 'mail', 'courriel', 'adresse mail', 'adresse e-mail', 'adresse électronique', 'mél'],
    de: ['email', 'e-mail', 'mail', 'e-mail-adresse', 'mailadresse', 'emailadresse'],
    it: ['email', 'e-mail', 'posta elettronica', 'indirizzo email', 'mail'],
    es: ['email', 'e-mail', 'correo', 'correo electrónico', 'mail', 'dirección de correo'],
  },
  example: 'giulia.rossi@example.org',
  appliesTo: EVERYONE,
  clean: cleanEmail,
} as const satisfies Field;
