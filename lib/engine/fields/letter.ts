import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const letter = {
  code: 'LETTER',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'May be contacted by letter', fr: 'Peut être contacté par courrier' },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
