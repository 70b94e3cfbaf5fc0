'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { Answer } from '@/components/ui/answer';
import { isConsentField } from '@/components/values/consent-field';
import type { Edits, EditsPreview, ImportRules, Mapping, ValueColumn } from '@/lib/engine';
import { type AfterMapping, acceptMapping } from '@/lib/server/imports/accept-mapping';
import { listValues } from '@/lib/server/imports/list-values';
import { previewEdits } from '@/lib/server/imports/preview-edits';

const input = z.object({ importId: z.int().positive(), mapping: z.record(z.string(), z.string().nullable()) });

/** Takes the mapping, the edits before it and the rules and has the plan made, or asks what some values are. */
export async function accept(importId: number, mapping: Mapping, edits: Edits, rules: ImportRules): Promise<Answer<AfterMapping>> {
  input.parse({ importId, mapping });
  const answered = await answer((actor) => acceptMapping(actor, { importId, mapping, edits, rules, asks: true }));
  revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}

/** What edits would do to the rows of the file. */
export async function preview(importId: number, edits: Edits, mapping: Mapping): Promise<Answer<EditsPreview>> {
  input.parse({ importId, mapping });
  return answer((actor) => previewEdits(actor, { importId, edits, mapping }));
}

/** The values of the columns that go to authorizations. */
export async function readConsents(importId: number, mapping: Mapping, edits: Edits): Promise<Answer<ValueColumn[]>> {
  input.parse({ importId, mapping });
  return answer(async (actor) => {
    const { columns } = await listValues(actor, { importId, mapping, edits });
    return columns.filter(({ field }) => isConsentField(field));
  });
}
