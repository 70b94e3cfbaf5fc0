import { cleanEmail } from '@/lib/engine/fields/values/email';
import { EVERYONE, type Field } from './field';

/** Another address, without a login. */
export const email3 = {
  code: 'EMAIL3',
  group: 'means',
  type: 'email',
  length: 250,
  labels: { en: 'E-mail 3', fr: 'E-mail 3' },
  example: 'tickets@example.org',
  appliesTo: EVERYONE,
  clean: cleanEmail,
} as const satisfies Field;
