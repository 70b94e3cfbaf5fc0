import { cleanCount } from '@/lib/engine/fields/values/count';
import { type Field, STRUCTURE } from './field';

/** How many people work there: digits only. */
export const nbEmployees = {
  code: 'NB_EMPLOYEES',
  group: 'structure',
  type: 'number',
  length: 9,
  labels: { en: 'Number of employees', fr: 'Nombre de salariés' },
  example: '120',
  appliesTo: STRUCTURE,
  clean: cleanCount,
} as const satisfies Field;
