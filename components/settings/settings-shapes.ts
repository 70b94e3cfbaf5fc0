import type { Environment } from '@/components/ui/environment-badge';
import type { NumberHolder, PlainList } from '@/lib/engine';

/** What the institution decided about all its imports. */
export interface InstitutionRules {
  structureNumber: NumberHolder;
  /** Days that the rows and values of an import are kept. */
  retentionDays: number;
}

/** A value of one of the institution's lists. */
export interface ListedValueItem {
  id: number;
  list: PlainList;
  code: string;
  labels: { en?: string; fr?: string };
  rank: number;
}

/** Contact numbers kept for imports, both ends included. */
export interface NumberRangeItem {
  id: number;
  environment: Environment;
  first: string;
  last: string;
  label: string;
}

/** How people with a title are addressed in a language. */
export interface SalutationText {
  letter: string;
  address: string;
}

/** One cell of the grid of salutations: what the institution wrote, and what holds where it wrote nothing. */
export interface SalutationCell {
  title: string;
  language: string;
  own: SalutationText;
  builtIn: SalutationText;
}

/** What staff decided about removals of the institution. */
export interface RemovalPolicySettings {
  /** In a hundred of the contacts of the environment. */
  removalCeilingPercent: number;
  /** Contacts. */
  removalCeilingNumber: number;
  /** Between approval and run. */
  coolingOffHours: number;
  /** Months. */
  inactiveProspectMonths: number;
  inactiveCustomerMonths: number;
  /** 0: only when asked for. */
  inactiveEveryDays: number;
  invalidateWithSales: boolean;
  fullWipe: boolean;
  /** `CODE` or `CODE=value`. */
  protectedCriteria: string[];
}
