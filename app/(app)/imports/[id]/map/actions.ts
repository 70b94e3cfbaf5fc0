'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { Answer } from '@/components/ui/answer';
import type { ImportRules, Mapping } from '@/lib/engine';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';

const input = z.object({ importId: z.int().positive(), mapping: z.record(z.string(), z.string().nullable()) });

/** Takes the mapping and the rules and has the plan made. */
export async function accept(importId: number, mapping: Mapping, rules: ImportRules): Promise<Answer<void>> {
  input.parse({ importId, mapping });
  const answered = await answer((actor) => acceptMapping(actor, { importId, mapping, rules }));
  revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}
