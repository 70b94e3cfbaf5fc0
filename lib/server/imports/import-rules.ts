import { z } from 'zod';
import { NUMBER_HOLDERS } from '@/lib/engine';

/** Rules of an import as they come from outside (engine type ImportRules). */
export const importRules = z.strictObject({
  lenient: z.boolean().optional(),
  raiseConsents: z.strictObject({ source: z.string().trim().min(1).max(200) }).optional(),
  structureNumber: z.enum(NUMBER_HOLDERS).optional(),
});
