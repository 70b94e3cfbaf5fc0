/** Why a definition is refused: a code of the catalogues under `errors`, with what fills its text. */
export const DEFINITION_PROBLEMS = [
  'definition-code-missing',
  'definition-code-unusable',
  'definition-value-unusable',
  'definition-word-unknown',
  'definition-rank-unusable',
  'definition-text-too-long',
  'definition-not-cleared',
  'definition-incomplete',
  'definition-contradicts',
  'definition-first-refused',
  'definition-takes-no-values',
  'definition-type-in-use',
  'definition-type-has-values',
  'definition-scope-in-use',
] as const;
export type DefinitionProblemCode = (typeof DEFINITION_PROBLEMS)[number];

/** What is wrong with a row of definitions: the row is refused, the others go on. */
export interface DefinitionProblem {
  /** 1-based as a spreadsheet shows it. */
  row: number;
  /** Code of the column; null where the row as a whole is meant. */
  column: string | null;
  code: DefinitionProblemCode;
  params: Record<string, string | number>;
}
