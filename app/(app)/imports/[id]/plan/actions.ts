'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { ChangeKind, ListedChange } from '@/components/import/plan-shapes';
import type { Answer } from '@/components/ui/answer';
import { confirmImport } from '@/lib/server/imports/confirm-import';
import { listChanges } from '@/lib/server/imports/list-changes';

const id = z.int().positive();

/** One page of the plan's changes. */
export async function loadChanges(
  importId: number,
  filter: { kind: ChangeKind; offset: number; limit: number },
): Promise<Answer<{ total: number; changes: ListedChange[] }>> {
  return answer((actor) => listChanges(actor, { ...filter, importId: id.parse(importId) }));
}

/** Confirms the plan that was shown, named by its hash. A refusal stays on the page as it is: drawn anew, there might be no place for it. */
export async function confirm(importId: number, planHash: string): Promise<Answer<void>> {
  const answered = await answer((actor) => confirmImport(actor, { importId: id.parse(importId), planHash: z.string().parse(planHash) }));
  if (answered.ok) revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}
