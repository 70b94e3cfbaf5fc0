import { EVERYONE, type Field } from './field';

export const line3 = {
  code: 'LINE3',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Address line 3', fr: 'Adresse ligne 3' },
  synonyms: {
    en: ['address 3', 'address line 3', 'street 3'],
    fr: ['adresse 3', 'adresse ligne 3'],
    de: ['adresse 3', 'adresszeile 3'],
    it: ['indirizzo 3'],
    es: ['dirección 3'],
  },
  example: 'BP 40',
  appliesTo: EVERYONE,
} as const satisfies Field;
