'use server';

import { z } from 'zod';
import { answer } from '@/app/acting';
import { createImport } from '@/lib/server/imports/create-import';
import { simulateInactive } from '@/lib/server/removals/simulate-inactive';

const file = z.object({ fileName: z.string().min(1), size: z.int().min(0), environment: z.enum(['PP', 'P']) });

/** Begins an import that removes, for a file that the browser will then send. */
export async function createRemoval(request: z.input<typeof file>) {
  return answer((actor) => createImport(actor, { ...file.parse(request), purpose: 'removal' }));
}

/** Has the removal of inactive contacts planned by the institution's rule. */
export async function simulate(environment: 'PP' | 'P') {
  return answer((actor) => simulateInactive(actor, { environment: z.enum(['PP', 'P']).parse(environment) }));
}
