import { EVERYONE, type Field } from './field';

/** A text: leading zeros count. In a row with a structure and its relay it is the number of the relay, whom later updates will address. */
export const contactNr = {
  code: 'CONTACT_NR',
  group: 'contact',
  type: 'number',
  length: 20,
  labels: { en: 'Contact number', fr: 'Numéro de contact' },
  example: '0001042',
  appliesTo: EVERYONE,
  digits: 'refuses',
  neverCleared: true,
  inPair: 'relay',
} as const satisfies Field;
