/** What an institution defines: attributes of contacts with their values, and the types of structures. */

export const CRITERION_TYPES = ['single', 'multi', 'boolean', 'text'] as const;
export type CriterionType = (typeof CRITERION_TYPES)[number];

export const CRITERION_SCOPES = ['INDIVIDUAL', 'STRUCTURE', 'BOTH'] as const;
export type CriterionScope = (typeof CRITERION_SCOPES)[number];

/** What people may do with a criterion in the ticket shop. */
export const INTERNET_USES = ['UPDATE', 'READ_ONLY', 'NONE'] as const;
export type InternetUse = (typeof INTERNET_USES)[number];

/** What people read instead of a code, by language; a language without a label is absent. */
export interface DefinedLabels {
  en?: string;
  fr?: string;
}

/** A value of a list, or a structure type: contacts hold `value`. */
export interface DefinedValue {
  value: string;
  labels: DefinedLabels;
  rank: number;
  /** Contacts keep it, files no longer bring it. */
  retired: boolean;
}

/** A criterion without its values. */
export interface CriterionAbout {
  /** What staff call it. */
  name: string;
  labels: DefinedLabels;
  scope: CriterionScope;
  type: CriterionType;
  /** Asked of everybody who signs up online; an import needs nothing. */
  mandatory: boolean;
  /** One value for all organizations of the institution. */
  centralised: boolean;
  internet: InternetUse;
  /** Of the screen it is shown in. */
  section: string;
  retired: boolean;
}

export interface DefinedCriterion extends CriterionAbout {
  code: string;
  values: readonly DefinedValue[];
}

/** The two things that are defined; each has a layout of its own, of the same code. */
export const DEFINITION_LISTS = ['criteria', 'structure-types'] as const;
export type DefinitionList = (typeof DEFINITION_LISTS)[number];

export interface Definitions {
  criteria: readonly DefinedCriterion[];
  /** Their code is the value. */
  structureTypes: readonly DefinedValue[];
}

/** Contacts that have a criterion, in both environments. */
export interface CriterionUse {
  individuals: number;
  structures: number;
  /** Of them, those with more than one value. */
  several: number;
}

/** Whether a criterion of this type has values of its own. */
export const hasValues = (type: CriterionType): boolean => type === 'single' || type === 'multi';

/** Characters of a code. */
export const CODE_LENGTH = 8;
/** Characters of a value, a name, a label and a section. */
export const VALUE_LENGTH = 200;
/** The last place in a list. */
export const LAST_RANK = 9999;

/** Whether a text can be a value of a list: the bar separates values, and `=` alone or in front means something else. */
export const isDefinitionValue = (text: string): boolean =>
  text.length > 0 && text.length <= VALUE_LENGTH && text === text.trim() && !text.startsWith('=') && !text.includes('|');

/** Whether a text can be the code of a structure type. */
export const isTypeCode = (text: string): boolean => text.length <= CODE_LENGTH && isDefinitionValue(text);

/** Whether a text can be the code of a criterion: in the cells of a file `=` ends it. */
export const isCriterionCode = (text: string): boolean => isTypeCode(text) && !text.includes('=');
