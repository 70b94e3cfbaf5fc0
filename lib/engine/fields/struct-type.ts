import { type Field, STRUCTURE } from './field';

export const structType = {
  code: 'STRUCT_TYPE',
  olderCodes: ['STRUCT_CODE'],
  group: 'structure',
  type: 'code',
  length: 8,
  labels: { en: 'Structure type', fr: 'Type de structure' },
  example: 'SCHOOL',
  appliesTo: STRUCTURE,
} as const satisfies Field;
