import { type Field, PERSON } from './field';

export const lastname = {
  code: 'LASTNAME',
  group: 'individual',
  type: 'text',
  length: 100,
  labels: { en: 'Last name', fr: 'Nom' },
  synonyms: {
    en: ['last name', 'lastname', 'surname', 'family name', 'name'],
    fr: ['nom', 'nom de famille', 'nom usuel'],
    de: ['nachname', 'familienname', 'zuname', 'name'],
    it: ['cognome'],
    es: ['apellido', 'apellidos', 'primer apellido'],
  },
  example: 'Rossi',
  appliesTo: PERSON,
} as const satisfies Field;
