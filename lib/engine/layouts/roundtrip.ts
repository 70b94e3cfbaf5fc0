import { ownColumnsToo } from './field-columns';
import type { Layout } from './layout';

/** What an export holds: who the contact is, its values, and the hash by which rows that nobody edited and stale ones are told. */
export const roundtrip = {
  code: 'roundtrip',
  explained: false,
  columns: ownColumnsToo((code) => code !== 'ROLE', {
    INSTITUTION: { mandatory: true },
    OPERATION: { mandatory: true, example: 'UPDATE' },
    CONTACT_NR: { mandatory: true },
  }),
} as const satisfies Layout;
