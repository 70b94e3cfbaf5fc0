import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const phone = {
  code: 'PHONE',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'May be contacted by telephone', fr: 'Peut être contacté par téléphone' },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
