'use server';

import { revalidatePath } from 'next/cache';
import { answer } from '@/app/acting';
import type { NumberRangeItem } from '@/components/settings/settings-shapes';
import type { Answer } from '@/components/ui/answer';
import { addNumberRange } from '@/lib/server/institutions/add-number-range';
import { removeNumberRange } from '@/lib/server/institutions/remove-number-range';

export async function addRange(typed: Omit<NumberRangeItem, 'id'>): Promise<Answer<void>> {
  const answered = await answer((actor) => addNumberRange(actor, typed));
  revalidatePath('/settings/numbers');
  return answered;
}

export async function removeRange(numberRangeId: number): Promise<Answer<void>> {
  const answered = await answer((actor) => removeNumberRange(actor, { numberRangeId }));
  revalidatePath('/settings/numbers');
  return answered;
}
