import { addAdminNumbers, cleanAdminNumbers } from '@/lib/engine/fields/values/admin-numbers';
import { type Field, STRUCTURE } from './field';

/** A number that an authority gave the structure, as `CODE=value`; a later one is added, one of the same code takes its place. */
export const adminNumber = {
  code: 'ADMIN_NUMBER',
  group: 'structure',
  type: 'code',
  length: 1000,
  labels: { en: 'Administrative number', fr: 'Numéro administratif' },
  example: 'SIRET=123 456 782 00010',
  appliesTo: STRUCTURE,
  digits: 'skips',
  clean: cleanAdminNumbers,
  merge: addAdminNumbers,
  addsUp: true,
} as const satisfies Field;
