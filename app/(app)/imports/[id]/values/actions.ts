'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { Answer } from '@/components/ui/answer';
import type { ValueAnswers } from '@/components/values/value-shapes';
import { acceptValues } from '@/lib/server/imports/accept-values';

/** Takes what was said of values and has the plan made. */
export async function accept(importId: number, answers: ValueAnswers, defineUnknown: boolean): Promise<Answer<void>> {
  const id = z.int().positive().parse(importId);
  const answered = await answer((actor) => acceptValues(actor, { importId: id, answers, defineUnknown }));
  revalidatePath(`/imports/${id}`, 'layout');
  return answered;
}
