import type { Operation } from './operation';

/** Takes back a contact that was imported by mistake. */
export const drop = {
  code: 'DROP',
  spoken: true,
  effect: 'removal',
  finds: 'by-number',
  reactivates: false,
  erases: true,
} as const satisfies Operation;
