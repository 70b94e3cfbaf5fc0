import type { ColumnKey, FieldGroup } from '@/lib/engine';

/** A field as it is chosen and named: the engine's catalogue in the reader's language. */
export interface FieldOption {
  code: ColumnKey;
  label: string;
  group: FieldGroup;
  /** Whether several columns may go to it: the first that is filled counts. */
  severalColumns: boolean;
}
