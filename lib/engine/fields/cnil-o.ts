import { cleanFlag } from '@/lib/engine/fields/values/flag';
import { type Field, PERSON } from './field';

export const cnilO = {
  code: 'CNIL_O',
  group: 'authorizations',
  type: 'flag',
  length: 10,
  labels: { en: 'Accepts e-mail from the institution', fr: 'Accepte les e-mails de l’institution' },
  synonyms: {
    en: ['accepts email from institution', 'newsletter consent', 'newsletter opt in'],
    fr: ['accepte les e-mails de l’institution', 'consentement newsletter', 'opt in newsletter'],
    de: ['newsletter einwilligung', 'newsletter opt in'],
    it: ['consenso newsletter'],
    es: ['consentimiento newsletter', 'consentimiento boletín'],
  },
  example: 'TRUE',
  appliesTo: PERSON,
  clean: cleanFlag,
} as const satisfies Field;
