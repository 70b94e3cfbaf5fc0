import type { Operation } from './operation';

/** Takes everything that says who the contact is; sales stay. */
export const anonymize = {
  code: 'ANONYMIZE',
  spoken: true,
  effect: 'removal',
  finds: 'by-number',
  reactivates: false,
  erases: true,
} as const satisfies Operation;
