import { EVERYONE, type Field } from './field';

export const town = {
  code: 'TOWN',
  group: 'address',
  type: 'text',
  length: 100,
  labels: { en: 'Town', fr: 'Ville' },
  synonyms: {
    en: ['town', 'city', 'locality', 'place'],
    fr: ['ville', 'localité', 'commune'],
    de: ['ort', 'stadt', 'wohnort', 'ortschaft'],
    it: ['città', 'comune', 'località'],
    es: ['ciudad', 'población', 'localidad', 'municipio'],
  },
  example: 'Bourg-en-Bresse',
  appliesTo: EVERYONE,
} as const satisfies Field;
