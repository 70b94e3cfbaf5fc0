import type { Operation } from './operation';

/** As update, and an inactive contact becomes active again. */
export const updateact = { code: 'UPDATEACT', spoken: true, effect: 'write', finds: 'by-number', reactivates: true } as const satisfies Operation;
