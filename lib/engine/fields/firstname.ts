import { type Field, PERSON } from './field';

export const firstname = {
  code: 'FIRSTNAME',
  group: 'individual',
  type: 'text',
  length: 100,
  labels: { en: 'First name', fr: 'Prénom' },
  synonyms: {
    en: ['first name', 'firstname', 'given name', 'forename', 'christian name'],
    fr: ['prénom'],
    de: ['vorname', 'rufname'],
    it: ['nome', 'nome di battesimo'],
    es: ['nombre', 'nombre de pila', 'primer nombre'],
  },
  example: 'Giulia',
  appliesTo: PERSON,
} as const satisfies Field;
