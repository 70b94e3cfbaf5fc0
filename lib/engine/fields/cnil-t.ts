import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const cnilT = {
  code: 'CNIL_T',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'Accepts transmission to third parties', fr: 'Accepte la transmission à des tiers' },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
