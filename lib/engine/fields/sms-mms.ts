import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const smsMms = {
  code: 'SMS_MMS',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'May be contacted by SMS', fr: 'Peut être contacté par SMS' },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
