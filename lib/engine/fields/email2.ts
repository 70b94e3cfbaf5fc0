import { cleanEmail } from '@/lib/engine/fields/values/email';
import { EVERYONE, type Field } from './field';

/** Another address, without a login. */
export const email2 = {
  code: 'EMAIL2',
  group: 'means',
  type: 'email',
  length: 250,
  labels: { en: 'E-mail 2', fr: 'E-mail 2' },
  example: 'g.rossi@example.org',
  appliesTo: EVERYONE,
  clean: cleanEmail,
} as const satisfies Field;
