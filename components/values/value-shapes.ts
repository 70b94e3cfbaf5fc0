import type { Answer } from '@/components/ui/answer';
import type { FieldCode, ValueColumn } from '@/lib/engine';

/** A value that a field may have; labels by language. */
export interface ValueChoice {
  code: string;
  labels: Readonly<Record<string, string>>;
}

/** The values of an import, what becomes of them, and what they may become. */
export interface ListedValues {
  columns: readonly ValueColumn[];
  choices: { readonly [Field in FieldCode]?: readonly ValueChoice[] };
  criteria: readonly { code: string; type: 'single' | 'multi' | 'boolean' | 'text' }[];
  defineUnknown: boolean;
  mayDefine: boolean;
}

/** What was said of values, by column: another text, an empty one to leave the field alone, null to take back what was said. */
export type ValueAnswers = { column: number; values: Record<string, string | null> }[];

export type AcceptValues = (answers: ValueAnswers, defineUnknown: boolean) => Promise<Answer<void>>;
