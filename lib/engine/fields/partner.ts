import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const partner = {
  code: 'PARTNER',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'Accepts communication from partners', fr: 'Accepte les communications de partenaires' },
  synonyms: {
    en: ['accepts communication from partners', 'partner opt in'],
    fr: ['accepte les communications de partenaires', 'opt in partenaires'],
    de: ['einwilligung partner'],
    it: ['consenso partner'],
    es: ['consentimiento socios'],
  },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
