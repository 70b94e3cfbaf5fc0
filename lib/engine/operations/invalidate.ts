import type { Operation } from './operation';

/** Marks a contact as invalid; its data stays. */
export const invalidate = {
  code: 'INVALIDATE',
  spoken: true,
  effect: 'removal',
  finds: 'by-number',
  reactivates: false,
} as const satisfies Operation;
