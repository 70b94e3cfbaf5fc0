import { cleanOperation } from '@/lib/engine/fields/values/operation-word';
import type { Field } from './field';

/** What the row asks for; the operations are listed in lib/engine/operations. */
export const operation = {
  code: 'OPERATION',
  group: 'global',
  type: 'code',
  length: 20,
  labels: { en: 'Operation', fr: 'Opération' },
  example: 'INSERT',
  appliesTo: [],
  neverCleared: true,
  clean: cleanOperation,
} as const satisfies Field;
