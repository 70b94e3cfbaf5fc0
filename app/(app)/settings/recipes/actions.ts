'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { BroughtRecipe } from '@/components/recipes/recipe-shapes';
import type { Answer } from '@/components/ui/answer';
import { deleteRecipe } from '@/lib/server/recipes/delete-recipe';
import { importRecipeFile } from '@/lib/server/recipes/import-recipe-file';
import { renameRecipe } from '@/lib/server/recipes/rename-recipe';
import { restoreRecipe } from '@/lib/server/recipes/restore-recipe';

const shown = <Value>(answered: Answer<Value>): Answer<Value> => {
  if (answered.ok) revalidatePath('/settings/recipes', 'layout');
  return answered;
};

const form = z.object({ file: z.instanceof(File) });

/** Takes a recipe from a file that was sent. */
export async function bring(data: FormData): Promise<Answer<BroughtRecipe>> {
  const { file } = form.parse(Object.fromEntries(data));
  const bytes = new Uint8Array(await file.arrayBuffer());
  return shown(await answer((actor) => importRecipeFile(actor, { bytes })));
}

/** Gives a recipe another name. */
export async function rename(recipeId: number, name: string): Promise<Answer<void>> {
  return shown(await answer((actor) => renameRecipe(actor, { recipeId, name })));
}

/** Makes an earlier version of a recipe its next one. */
export async function restore(recipeId: number, version: number): Promise<Answer<void>> {
  return shown(await answer((actor) => restoreRecipe(actor, { recipeId, version })));
}

/** Forgets a recipe with its history. The page that shows it is left before it is drawn anew. */
export async function remove(recipeId: number): Promise<Answer<void>> {
  return answer((actor) => deleteRecipe(actor, { recipeId }));
}
