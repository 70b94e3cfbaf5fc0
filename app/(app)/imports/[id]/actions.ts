'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { ImportGlance } from '@/components/import/use-followed-import';
import type { Answer } from '@/components/ui/answer';
import { cancelImport } from '@/lib/server/imports/cancel-import';
import { getImport } from '@/lib/server/imports/get-import';
import { replanConflicts } from '@/lib/server/imports/replan-conflicts';
import { retryImport } from '@/lib/server/imports/retry-import';

const id = z.int().positive();

/** How an import stands at this moment; asked again and again while work is under way. */
export async function glance(importId: number): Promise<Answer<ImportGlance>> {
  return answer(async (actor) => {
    const { state, progress, workerAlive } = await getImport(actor, { importId: id.parse(importId) });
    return { state, progress, workerAlive };
  });
}

/** Gives the import up. */
export async function cancel(importId: number): Promise<Answer<void>> {
  const answered = await answer((actor) => cancelImport(actor, { importId: id.parse(importId) }));
  revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}

/** Goes on with an import that stopped, from where it stopped. */
export async function retry(importId: number): Promise<Answer<void>> {
  const answered = await answer((actor) => retryImport(actor, { importId: id.parse(importId) }));
  revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}

/** Has what met a changed contact planned again. */
export async function replan(importId: number): Promise<Answer<void>> {
  const answered = await answer((actor) => replanConflicts(actor, { importId: id.parse(importId) }));
  revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}
