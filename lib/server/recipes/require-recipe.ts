import type { Db } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import type { Recipe } from '@/lib/server/generated/prisma/client';

/** The recipe with a name of that id. Throws `not-found`, also where nobody named it: then it is nothing that people see. */
export async function requireRecipe(db: Db, id: number): Promise<Recipe & { name: string }> {
  const found = await db.recipe.findUnique({ where: { id } });
  const { name } = found ?? { name: null };
  if (!found || name === null) throw notFound('recipe');
  return { ...found, name };
}
