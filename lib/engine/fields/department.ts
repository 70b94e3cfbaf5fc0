import { EVERYONE, type Field } from './field';

export const department = {
  code: 'DEPARTMENT',
  group: 'address',
  type: 'code',
  length: 30,
  labels: { en: 'Department', fr: 'Département' },
  synonyms: {
    en: ['department', 'county', 'state', 'province', 'region', 'canton'],
    fr: ['département', 'canton', 'région', 'province'],
    de: ['kanton', 'bundesland', 'region'],
    it: ['provincia', 'regione'],
    es: ['provincia', 'departamento', 'comunidad autónoma'],
  },
  example: '01',
  appliesTo: EVERYONE,
} as const satisfies Field;
