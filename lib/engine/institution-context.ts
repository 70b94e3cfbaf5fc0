import type { CriterionScope, CriterionType } from './definitions/definition';
import type { Lists } from './lists';
import type { RemovalPolicy } from './removals/removal';
import type { ImportRules } from './rules';

/** Contact numbers from `first` to `last`, both included. Texts, because they may be longer than a number of the language is exact. */
export interface NumberRange {
  first: string;
  last: string;
}

/** What the institution brings to checks: nothing in the engine knows a database. */
export interface InstitutionContext {
  code: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** ISO 639-1. */
  language: string;
  /** Codes of its organizations. */
  organizations: string[];
  criteria: {
    code: string;
    type: CriterionType;
    scope: CriterionScope;
    values: string[];
    /** Of the values, those that files no longer bring. */
    retiredValues?: readonly string[];
    /** Files no longer bring any value of it. */
    retired?: true;
    /** Asked of everybody who signs up online: told where a new contact has none. */
    mandatory?: true;
  }[];
  lists: Lists;
  /** Contact numbers (first and last, of at most 18 digits) that are kept for imports, in the environment of the file. */
  numberRanges: readonly NumberRange[];
  /** What holds for the import under way: what was chosen for it, else what the institution decided. */
  rules: ImportRules;
  /** Of a file that is meant to remove contacts; absent for one that adds and changes them. */
  removal?: RemovalPolicy;
  /** Today as YYYY-MM-DD where the institution is: the engine has no clock. */
  today: string;
}
