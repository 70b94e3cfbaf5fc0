import { type Field, STRUCTURE } from './field';

export const addressName2 = {
  code: 'ADDRESS_NAME2',
  group: 'structure',
  type: 'text',
  length: 38,
  labels: { en: 'Name on the address, line 2', fr: 'Nom d’adresse 2' },
  synonyms: {
    en: ['address name 2'],
    fr: ['nom adresse 2'],
    de: ['adressname 2'],
    it: ['nome indirizzo 2'],
    es: ['nombre dirección 2'],
  },
  example: 'Service culturel',
  appliesTo: STRUCTURE,
  shortens: true,
} as const satisfies Field;
