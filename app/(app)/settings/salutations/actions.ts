'use server';

import { revalidatePath } from 'next/cache';
import { answer } from '@/app/acting';
import type { SalutationText } from '@/components/settings/settings-shapes';
import type { Answer } from '@/components/ui/answer';
import { setSalutation } from '@/lib/server/institutions/set-salutation';

/** Keeps the salutations that were changed. */
export async function saveSalutations(changed: readonly (SalutationText & { title: string; language: string })[]): Promise<Answer<void>> {
  const answered = await answer(async (actor) => {
    for (const salutation of changed) await setSalutation(actor, salutation);
  });
  revalidatePath('/settings/salutations');
  return answered;
}
