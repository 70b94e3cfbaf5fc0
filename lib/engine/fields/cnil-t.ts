import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const cnilT = {
  code: 'CNIL_T',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'Accepts transmission to third parties', fr: 'Accepte la transmission à des tiers' },
  synonyms: {
    en: ['accepts transmission to third parties', 'third party consent'],
    fr: ['accepte la transmission à des tiers'],
    de: ['einwilligung weitergabe an dritte'],
    it: ['consenso terzi'],
    es: ['consentimiento terceros'],
  },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
