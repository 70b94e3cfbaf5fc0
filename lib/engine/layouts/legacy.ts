import { fieldColumns } from './field-columns';
import type { Layout } from './layout';

/** As extended, with the column for the role that older files have. */
export const legacy = {
  code: 'legacy',
  explained: true,
  columns: fieldColumns(() => true, {
    INSTITUTION: { mandatory: true },
    OPERATION: { mandatory: true },
    // The example names a structure and a person: that makes the person its relay.
    ROLE: { example: 'RELAY' },
  }),
} as const satisfies Layout;
