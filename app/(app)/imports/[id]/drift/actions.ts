'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { Answer } from '@/components/ui/answer';
import type { Actor } from '@/lib/server/actor';
import { acceptDrift } from '@/lib/server/imports/accept-drift';
import { declineRecipe } from '@/lib/server/imports/decline-recipe';

const id = z.int().positive();

async function act(importId: number, use: (actor: Actor) => Promise<void>): Promise<Answer<void>> {
  const answered = await answer(use);
  if (answered.ok) revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}

/** Accepts what differs, and goes on to the plan or to the columns. */
export async function accept(importId: number, goTo: 'plan' | 'map'): Promise<Answer<void>> {
  return act(importId, (actor) => acceptDrift(actor, { importId: id.parse(importId), goTo }));
}

/** Says that the file is none of the recipe. */
export async function decline(importId: number): Promise<Answer<void>> {
  return act(importId, (actor) => declineRecipe(actor, { importId: id.parse(importId) }));
}
