import { z } from 'zod';
import { type ImportRules, NUMBER_HOLDERS, type RemovalPolicy } from '@/lib/engine';

/** Days that rows, files and values of imports are kept where the institution has not decided. */
export const RETENTION_DAYS = 90;

/** Hours between the approval of a removal and its run where nobody has decided. */
export const COOLING_OFF_HOURS = 24;

/** What an institution decides about its imports; what it leaves open has the engine's default. */
export const importSettings = z.object({
  structureNumber: z.enum(NUMBER_HOLDERS).optional(),
  retentionDays: z.int().min(1).max(3650).optional(),
});

/** What staff decide about removals: whoever may ask for them, or approve them, does not loosen what holds them. */
export const removalSettings = z.object({
  /** INVALIDATE is for contacts with sales, too; not where undecided. */
  invalidateWithSales: z.boolean().optional(),
  /** ANONYMIZE keeps nothing of the address; country, town and postcode stay where undecided. */
  fullWipe: z.boolean().optional(),
  /** Criteria whose contacts nothing is removed from: `CODE`, or `CODE=value`. */
  protectedCriteria: z.array(z.string().trim().min(1).max(300)).max(50).optional(),
  /** Of the contacts of an environment a removal may touch so many in a hundred, and so many at most. */
  removalCeilingPercent: z.number().min(0).max(100).optional(),
  removalCeilingNumber: z.int().min(0).max(10_000_000).optional(),
  /** Between an approval and its run. */
  coolingOffHours: z.int().min(0).max(720).optional(),
  /** Months after which contacts count as inactive: those who never bought, and the others. */
  inactiveProspectMonths: z.int().min(1).max(1200).optional(),
  inactiveCustomerMonths: z.int().min(1).max(1200).optional(),
  /** Days between two simulations of their removal; 0 or undecided: only when asked for. */
  inactiveEveryDays: z.int().min(0).max(3650).optional(),
});

const institutionSettings = z.object({
  ...importSettings.shape,
  ...removalSettings.shape,
  /** Whether the institution's own people define criteria and structure types; only staff decide it. */
  customersDefine: z.boolean().optional(),
});

export type InstitutionSettings = z.infer<typeof institutionSettings>;

/** The settings as stored. */
export const readSettings = (stored: unknown): InstitutionSettings => institutionSettings.parse(stored ?? {});

/** Of the settings, the policy that removals are planned under. */
export function removalPolicyOf(stored: unknown): RemovalPolicy {
  const { invalidateWithSales = false, fullWipe = false, protectedCriteria = [] } = readSettings(stored);
  return { invalidateWithSales, fullWipe, protectedCriteria };
}

/** Where an institution has not decided how much one removal may touch: what a mistake may cost at most before somebody looks twice. */
const CEILING = { percent: 10, number: 10_000 };

/** How much one removal may touch: in a hundred of the contacts of its environment, and contacts at most. */
export function ceilingOf(stored: unknown): { percent: number; number: number } {
  const { removalCeilingPercent: percent = CEILING.percent, removalCeilingNumber: number = CEILING.number } = readSettings(stored);
  return { percent, number };
}

/** Of the settings, the rules that an import starts from. */
export function rulesOf(stored: unknown): ImportRules {
  const { structureNumber } = readSettings(stored);
  return { ...(structureNumber && { structureNumber }) };
}
