import { type Field, STRUCTURE } from './field';

export const addressName2 = {
  code: 'ADDRESS_NAME2',
  group: 'structure',
  type: 'text',
  length: 38,
  labels: { en: 'Name on the address, line 2', fr: 'Nom d’adresse 2' },
  example: 'Service culturel',
  appliesTo: STRUCTURE,
  shortens: true,
} as const satisfies Field;
