import { type Field, STRUCTURE } from './field';

export const officialName = {
  code: 'OFFICIAL_NAME',
  olderCodes: ['STRUCT_NAME'],
  group: 'structure',
  type: 'text',
  length: 100,
  labels: { en: 'Official name', fr: 'Raison sociale' },
  example: 'Lycée du Parc',
  appliesTo: STRUCTURE,
  shortens: true,
  neverCleared: true,
} as const satisfies Field;
