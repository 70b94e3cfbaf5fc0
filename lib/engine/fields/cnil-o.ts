import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const cnilO = {
  code: 'CNIL_O',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'Accepts e-mail from the institution', fr: 'Accepte les e-mails de l’institution' },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
