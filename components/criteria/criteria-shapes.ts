import type { CriterionAbout, DefinedLabels, DefinitionChange, DefinitionList, DefinitionProblem } from '@/lib/engine';

/** What depends on a definition. */
export interface Retirement {
  contacts: { PP: number; P: number };
  /** Imports whose plan writes it and is not carried out yet. */
  imports: readonly { id: number; fileName: string }[];
  /** Remembered mappings of files that bring the field it stands in. */
  recipes: number;
}

/** Which definition: a criterion, with `value` one of its values, or a structure type. */
export interface DefinitionPlace {
  list: DefinitionList;
  code: string;
  value?: string;
}

export interface TypedValue {
  value: string;
  labels: DefinedLabels;
  rank: number;
}

/** What is typed about a criterion. */
export interface TypedCriterion extends Omit<CriterionAbout, 'retired'> {
  code: string;
  isNew: boolean;
  values: TypedValue[];
}

/** What is typed about a structure type. */
export interface TypedType {
  code: string;
  isNew: boolean;
  labels: DefinedLabels;
  rank?: number;
}

/** What a file of definitions would do. */
export interface FilePlan {
  list: DefinitionList;
  rows: number;
  changes: readonly DefinitionChange[];
  problems: readonly DefinitionProblem[];
  /** Headers of columns that mean nothing here. */
  ignored: readonly string[];
  hash: string;
}
