import { EVERYONE, type Field } from './field';

/** A text: leading zeros count. In a row with a structure and its relay it is the number of the relay, whom later updates will address. */
export const contactNr = {
  code: 'CONTACT_NR',
  group: 'contact',
  type: 'number',
  length: 20,
  labels: { en: 'Contact number', fr: 'Numéro de contact' },
  synonyms: {
    en: [
      'contact number',
      'contact no',
      'contact id',
      'customer number',
      'customer id',
      'client number',
      'patron id',
      'account number',
      'member number',
    ],
    fr: ['numéro de contact', 'no contact', 'n° contact', 'numéro client', 'n° client', 'no client', 'id client', 'code client'],
    de: ['kontaktnummer', 'kontakt nr', 'kundennummer', 'kunden nr', 'kundennr', 'kunden id', 'mitgliedsnummer'],
    it: ['numero contatto', 'numero cliente', 'codice cliente', 'id cliente'],
    es: ['número de contacto', 'número de cliente', 'código de cliente', 'id cliente'],
  },
  example: '0001042',
  appliesTo: EVERYONE,
  neverCleared: true,
  inPair: 'relay',
} as const satisfies Field;
