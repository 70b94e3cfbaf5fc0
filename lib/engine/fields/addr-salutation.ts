import { type Field, PERSON } from './field';

export const addrSalutation = {
  code: 'ADDR_SALUTATION',
  group: 'contact',
  type: 'text',
  length: 200,
  labels: { en: 'Address salutation', fr: 'Formule d’adresse' },
  example: 'Ms',
  appliesTo: PERSON,
} as const satisfies Field;
