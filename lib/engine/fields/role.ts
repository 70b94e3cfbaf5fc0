import { cleanRole } from '@/lib/engine/fields/values/role-word';
import type { Field } from './field';

/** Only read to find a row that contradicts itself: its names decide what is created. */
export const role = {
  code: 'ROLE',
  group: 'contact',
  type: 'code',
  length: 10,
  labels: { en: 'Role', fr: 'Rôle' },
  example: 'PUBLIC',
  appliesTo: [],
  neverCleared: true,
  clean: cleanRole,
} as const satisfies Field;
