import { type Field, STRUCTURE } from './field';

/** The name line for the post; a new structure without one gets the first 38 characters of its official name. */
export const addressName1 = {
  code: 'ADDRESS_NAME1',
  group: 'structure',
  type: 'text',
  length: 38,
  labels: { en: 'Name on the address, line 1', fr: 'Nom d’adresse 1' },
  example: 'Lycée du Parc',
  appliesTo: STRUCTURE,
  shortens: true,
} as const satisfies Field;
