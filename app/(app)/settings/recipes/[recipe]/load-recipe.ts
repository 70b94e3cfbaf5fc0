import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { show } from '@/app/acting';
import { getRecipe } from '@/lib/server/recipes/get-recipe';

const recipeId = z.coerce.number().int().positive();

/** The recipe of a page's address; asked of the database once per request. */
export const loadRecipe = cache((id: string) => {
  const parsed = recipeId.safeParse(id);
  if (!parsed.success) notFound();
  return show((actor) => getRecipe(actor, { recipeId: parsed.data }));
});
