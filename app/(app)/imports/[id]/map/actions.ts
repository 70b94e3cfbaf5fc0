'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { Answer } from '@/components/ui/answer';
import type { Edits, EditsPreview, ImportRules, Mapping } from '@/lib/engine';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { previewEdits } from '@/lib/server/imports/preview-edits';

const input = z.object({ importId: z.int().positive(), mapping: z.record(z.string(), z.string().nullable()) });

/** Takes the mapping, the edits before it and the rules and has the plan made. */
export async function accept(importId: number, mapping: Mapping, edits: Edits, rules: ImportRules): Promise<Answer<void>> {
  input.parse({ importId, mapping });
  const answered = await answer((actor) => acceptMapping(actor, { importId, mapping, edits, rules }));
  revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}

/** What edits would do to the rows of the file. */
export async function preview(importId: number, edits: Edits, mapping: Mapping): Promise<Answer<EditsPreview>> {
  input.parse({ importId, mapping });
  return answer((actor) => previewEdits(actor, { importId, edits, mapping }));
}
