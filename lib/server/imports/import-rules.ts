import { z } from 'zod';
import { type ImportRules, NUMBER_HOLDERS } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';

/** Rules of an import as they come from outside (engine type ImportRules). */
export const importRules = z.strictObject({
  lenient: z.boolean().optional(),
  defineUnknown: z.boolean().optional(),
  raiseConsents: z.strictObject({ source: z.string().trim().max(200) }).optional(),
  structureNumber: z.enum(NUMBER_HOLDERS).optional(),
  allOrNothing: z.boolean().optional(),
});

/** Throws `consent-source-needed`: a refusal is not undone without a word on the proof. */
export function refuseUnproved({ raiseConsents }: ImportRules): void {
  if (raiseConsents?.source === '') throw new AppError('consent-source-needed');
}
