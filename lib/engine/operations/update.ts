import type { Operation } from './operation';

/** Changes the contact with the number of the row. */
export const update = { code: 'UPDATE', spoken: true, effect: 'write', finds: 'by-number', reactivates: false } as const satisfies Operation;
