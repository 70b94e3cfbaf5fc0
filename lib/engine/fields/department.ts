import { EVERYONE, type Field } from './field';

export const department = {
  code: 'DEPARTMENT',
  group: 'address',
  type: 'code',
  length: 30,
  labels: { en: 'Department', fr: 'Département' },
  example: '01',
  appliesTo: EVERYONE,
} as const satisfies Field;
