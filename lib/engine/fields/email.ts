import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const email = {
  code: 'EMAIL',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'May be contacted by e-mail', fr: 'Peut être contacté par e-mail' },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
