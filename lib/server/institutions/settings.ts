import { z } from 'zod';
import { NUMBER_HOLDERS } from '@/lib/engine';

/** What an institution decided about all its imports; what it left open has the engine's default. */
export const institutionSettings = z.object({ structureNumber: z.enum(NUMBER_HOLDERS).optional() });

export type InstitutionSettings = z.infer<typeof institutionSettings>;

/** The settings as stored. */
export const readSettings = (stored: unknown): InstitutionSettings => institutionSettings.parse(stored ?? {});
