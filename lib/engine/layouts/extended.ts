import { fieldColumns } from './field-columns';
import type { Layout } from './layout';

/** Every field. The role is left out: the names of a row decide what it creates. */
export const extended = {
  code: 'extended',
  explained: true,
  columns: fieldColumns((code) => code !== 'ROLE', { INSTITUTION: { mandatory: true }, OPERATION: { mandatory: true } }),
} as const satisfies Layout;
