import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const letter = {
  code: 'LETTER',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'May be contacted by letter', fr: 'Peut être contacté par courrier' },
  synonyms: {
    en: ['letter opt in', 'mail opt in', 'accepts letters', 'postal consent'],
    fr: ['opt in courrier', 'accepte les courriers'],
    de: ['brief einwilligung'],
    it: ['consenso posta'],
    es: ['consentimiento carta', 'consentimiento correo postal'],
  },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
