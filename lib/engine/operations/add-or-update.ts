import type { Operation } from './operation';

/** What a file without an operation column means: known contacts are updated, the others created. */
export const addOrUpdate = {
  code: 'ADD_OR_UPDATE',
  spoken: false,
  effect: 'write',
  finds: 'by-identity',
  reactivates: false,
} as const satisfies Operation;
