'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { ImportGlance } from '@/components/import/import-shapes';
import type { SavedRecipe } from '@/components/recipes/recipe-shapes';
import type { Answer } from '@/components/ui/answer';
import type { Edits, ImportRules, Mapping } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { cancelImport } from '@/lib/server/imports/cancel-import';
import { followImport } from '@/lib/server/imports/follow-import';
import { pauseImport } from '@/lib/server/imports/pause-import';
import { replanConflicts } from '@/lib/server/imports/replan-conflicts';
import { resumeImport } from '@/lib/server/imports/resume-import';
import { retryImport } from '@/lib/server/imports/retry-import';
import { stopImport } from '@/lib/server/imports/stop-import';
import { saveRecipe } from '@/lib/server/recipes/save-recipe';

const id = z.int().positive();

/** How an import stands at this moment; asked again and again while work is under way. */
export async function glance(importId: number): Promise<Answer<ImportGlance>> {
  return answer((actor) => followImport(actor, { importId: id.parse(importId) }));
}

/** Has a use case move the import and its pages drawn anew; where it is refused, they stay to show why. */
async function move(importId: number, use: (actor: Actor, request: { importId: number }) => Promise<void>): Promise<Answer<void>> {
  const answered = await answer((actor) => use(actor, { importId: id.parse(importId) }));
  if (answered.ok) revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}

/** Gives the import up. */
export const cancel = async (importId: number) => move(importId, cancelImport);

/** Goes on with an import that failed, from where it failed. */
export const retry = async (importId: number) => move(importId, retryImport);

/** Holds an import that is being applied. */
export const pause = async (importId: number) => move(importId, pauseImport);

/** Goes on with an import that was paused or stopped. */
export const resume = async (importId: number) => move(importId, resumeImport);

/** Ends the applying of an import half-way. */
export const stop = async (importId: number) => move(importId, stopImport);

/** Has what met a changed contact planned again. */
export const replan = async (importId: number) => move(importId, replanConflicts);

const recipe = z.object({ name: z.string(), mapping: z.record(z.string(), z.string().nullable()).optional() });

/** Keeps how the file is mapped under a name: as it stands on the screen, or as the import has it. */
export async function saveAsRecipe(
  importId: number,
  given: { name: string; mapping?: Mapping; edits?: Edits; rules?: ImportRules },
): Promise<Answer<SavedRecipe>> {
  recipe.parse({ name: given.name, mapping: given.mapping });
  const answered = await answer((actor) => saveRecipe(actor, { ...given, importId: id.parse(importId) }));
  // Where columns are being mapped nothing is drawn anew: they would change places under the hands of who maps them.
  if (answered.ok && !given.mapping) revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}
