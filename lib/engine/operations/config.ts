import type { Operation } from './operation';

/** No contact: gives the criterion columns their codes for the rows after it. */
export const config = { code: 'CONFIG', spoken: true, effect: 'directive', finds: 'nobody', reactivates: false } as const satisfies Operation;
