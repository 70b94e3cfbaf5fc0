import { cleanOperation } from '@/lib/engine/fields/values/operation-word';
import type { Field } from './field';

/** What the row asks for; the operations are listed in lib/engine/operations. */
export const operation = {
  code: 'OPERATION',
  group: 'global',
  type: 'code',
  length: 20,
  labels: { en: 'Operation', fr: 'Opération' },
  synonyms: {
    en: ['operation', 'action'],
    fr: ['opération'],
    de: ['vorgang', 'aktion'],
    it: ['operazione'],
    es: ['operación'],
  },
  example: 'INSERT',
  appliesTo: [],
  neverCleared: true,
  clean: cleanOperation,
} as const satisfies Field;
