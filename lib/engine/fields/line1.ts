import { EVERYONE, type Field } from './field';

export const line1 = {
  code: 'LINE1',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Address line 1', fr: 'Adresse ligne 1' },
  synonyms: {
    en: ['address', 'address 1', 'address line', 'address line 1', 'street', 'street address', 'street and number'],
    fr: ['adresse', 'adresse 1', 'adresse ligne 1', 'rue', 'voie', 'adresse postale'],
    de: ['adresse', 'adresse 1', 'adresszeile 1', 'strasse', 'straße', 'strasse und hausnummer', 'strasse nr'],
    it: ['indirizzo', 'indirizzo 1', 'via'],
    es: ['dirección', 'dirección 1', 'calle', 'domicilio'],
  },
  example: '12, rue des Lilas',
  appliesTo: EVERYONE,
} as const satisfies Field;
