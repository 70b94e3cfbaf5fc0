import type { FieldCode } from '@/lib/engine';

/** How well the contacts that an import wrote are filled. */
export interface StoredQuality {
  contacts: number;
  fields: readonly { field: FieldCode; filled: number; distinct: number | null }[];
}
