import type { Operation } from './operation';

/** A new contact; what an empty operation cell means. A number that exists is refused, never turned into an update. */
export const insert = { code: 'INSERT', spoken: true, effect: 'write', finds: 'nobody', reactivates: false } as const satisfies Operation;
