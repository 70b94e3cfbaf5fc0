import type { FieldCode } from '@/lib/engine/fields';
import { OPERATIONS } from '@/lib/engine/operations';
import { fieldColumns } from './field-columns';
import type { Layout } from './layout';

const CODES: readonly FieldCode[] = ['INSTITUTION', 'OPERATION', 'CONTACT_NR', 'FIRSTNAME', 'LASTNAME'];

/** People to take away, by number; the names are there to be compared with those stored. */
export const removal = {
  code: 'removal',
  explained: false,
  columns: fieldColumns((code) => CODES.includes(code), {
    INSTITUTION: { mandatory: true },
    OPERATION: { mandatory: true, example: 'INVALIDATE', allowed: OPERATIONS.filter(({ effect }) => effect === 'removal').map(({ code }) => code) },
    CONTACT_NR: { mandatory: true },
  }),
} as const satisfies Layout;
