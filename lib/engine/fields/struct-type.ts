import { type Field, STRUCTURE } from './field';

export const structType = {
  code: 'STRUCT_TYPE',
  olderCodes: ['STRUCT_CODE'],
  group: 'structure',
  type: 'code',
  length: 8,
  labels: { en: 'Structure type', fr: 'Type de structure' },
  synonyms: {
    en: ['structure type', 'company type', 'organisation type'],
    fr: ['type de structure', 'type structure', 'nature'],
    de: ['strukturtyp', 'firmentyp'],
    it: ['tipo di struttura', 'tipo struttura'],
    es: ['tipo de estructura'],
  },
  example: 'SCHOOL',
  appliesTo: STRUCTURE,
} as const satisfies Field;
