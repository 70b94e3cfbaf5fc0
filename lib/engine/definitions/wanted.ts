import type { CriterionAbout, DefinedLabels } from './definition';

/** Labels as wanted: null takes one away, absent leaves it alone. */
export type WantedLabels = { [Language in keyof DefinedLabels]?: string | null };

/** What is wanted of a value of a list, or of a structure type; what is absent stays as it is. */
export interface WantedValue {
  row: number;
  value: string;
  labels: WantedLabels;
  rank?: number;
  retired?: boolean;
}

/** What is wanted of a criterion; what is absent stays as it is. */
export type WantedAbout = Partial<Omit<CriterionAbout, 'labels'>> & { labels: WantedLabels };

export interface WantedCriterion {
  /** The first row that speaks of it. */
  row: number;
  code: string;
  about: WantedAbout;
  values: readonly WantedValue[];
}

/** What a file or a form asks for, in its order; each code and each value once. */
export interface WantedDefinitions {
  criteria: readonly WantedCriterion[];
  structureTypes: readonly WantedValue[];
}
