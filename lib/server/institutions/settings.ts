import { z } from 'zod';
import { type ImportRules, NUMBER_HOLDERS } from '@/lib/engine';

/** Days that rows, files and values of imports are kept where the institution has not decided. */
export const RETENTION_DAYS = 90;

/** Hours between the approval of a removal and its run where nobody has decided. */
export const COOLING_OFF_HOURS = 24;

/** What an institution decided about all its imports; what it left open has the engine's default. */
export const institutionSettings = z.object({
  structureNumber: z.enum(NUMBER_HOLDERS).optional(),
  retentionDays: z.int().min(1).max(3650).optional(),
  coolingOffHours: z.int().min(0).max(720).optional(),
});

export type InstitutionSettings = z.infer<typeof institutionSettings>;

/** The settings as stored. */
export const readSettings = (stored: unknown): InstitutionSettings => institutionSettings.parse(stored ?? {});

/** Of the settings, the rules that an import starts from. */
export function rulesOf(stored: unknown): ImportRules {
  const { structureNumber } = readSettings(stored);
  return { ...(structureNumber && { structureNumber }) };
}
