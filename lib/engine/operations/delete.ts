import type { Operation } from './operation';

/** Strips addresses and means of communication; the contact stays. */
export const deleteData = {
  code: 'DELETE',
  spoken: true,
  effect: 'removal',
  finds: 'by-number',
  reactivates: false,
  erases: true,
} as const satisfies Operation;
