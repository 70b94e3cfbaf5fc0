import { cleanEmail } from '@/lib/engine/fields/values/email';
import { EVERYONE, type Field } from './field';

/** The user name of the ticket shop, and what a contact without a number is found by. */
export const email1 = {
  code: 'EMAIL1',
  group: 'means',
  type: 'email',
  length: 250,
  labels: { en: 'E-mail', fr: 'E-mail' },
  example: 'giulia.rossi@example.org',
  appliesTo: EVERYONE,
  clean: cleanEmail,
} as const satisfies Field;
