import type { FieldGroup, FieldType } from '@/lib/engine/fields/field';

/** Languages in which templates explain themselves. */
export type LayoutLanguage = 'en' | 'fr';

export interface LayoutColumn {
  /** Stands in the header and says what the column is. */
  readonly code: string;
  /** Title above the first column of each group. */
  readonly group: FieldGroup | 'definition';
  readonly type: FieldType;
  /** Characters at most. */
  readonly length: number;
  readonly mandatory: boolean;
  readonly labels: { readonly [Language in LayoutLanguage]: string };
  /** Cell of the example row; empty where another column already shows the same. */
  readonly example: string;
  /** The only values there are, in the order to offer them; empty where the column takes any text of its type. */
  readonly allowed: readonly string[];
}

/** One layout of the format: which columns in which order, and what stands above their codes. */
export interface Layout {
  readonly code: string;
  /** True: the codes stand in row 4, below rows for group, label and rule. False: they are row 1. */
  readonly explained: boolean;
  readonly columns: readonly LayoutColumn[];
}
