import { type Lists, listedCodes } from '@/lib/engine/lists';
import { fieldHeaded } from './known-codes';
import type { Layout } from './layout';

/** The layout as an institution uses it: columns of its own lists offer their values. */
export const withLists = <Code extends string>(layout: Layout & { code: Code }, lists: Lists): Layout & { code: Code } => ({
  ...layout,
  columns: layout.columns.map((column) => ({ ...column, allowed: listedCodes(fieldHeaded(column.code) ?? column.code, lists) ?? column.allowed })),
});
