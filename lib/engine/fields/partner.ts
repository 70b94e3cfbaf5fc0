import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const partner = {
  code: 'PARTNER',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'Accepts communication from partners', fr: 'Accepte les communications de partenaires' },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
