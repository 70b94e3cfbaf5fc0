import { EVERYONE, type Field } from './field';

export const line2 = {
  code: 'LINE2',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Address line 2', fr: 'Adresse ligne 2' },
  synonyms: {
    en: ['address 2', 'address line 2', 'street 2', 'apartment', 'suite'],
    fr: ['adresse 2', 'adresse ligne 2', 'complément d’adresse', 'complément adresse'],
    de: ['adresse 2', 'adresszeile 2', 'adresszusatz', 'zusatz'],
    it: ['indirizzo 2', 'complemento indirizzo'],
    es: ['dirección 2', 'complemento dirección'],
  },
  example: 'Bâtiment B',
  appliesTo: EVERYONE,
} as const satisfies Field;
