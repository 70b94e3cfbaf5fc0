import { EVERYONE, type Field } from './field';

/** Together with the town it stays under 100 characters. */
export const townComplement = {
  code: 'TOWN_COMPLEMENT',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Town, complement', fr: 'Ville, complément' },
  synonyms: {
    en: ['town complement', 'district'],
    fr: ['complément ville', 'complément de ville', 'lieu-dit', 'cedex'],
    de: ['ortszusatz', 'ortsteil'],
    it: ['frazione', 'complemento città'],
    es: ['complemento ciudad'],
  },
  example: 'Cedex 2',
  appliesTo: EVERYONE,
} as const satisfies Field;
