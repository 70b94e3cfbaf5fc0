import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { contentOf } from './recipe-content';
import { nameTyped } from './recipe-name';
import { requireRecipe } from './require-recipe';
import { storeRecipe } from './store-recipe';

const input = z.object({ recipeId: z.int().positive(), name: z.string() });

/** Gives a recipe another name. Throws `not-found`, `recipe-name-unusable` and `recipe-name-taken`. */
export async function renameRecipe(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'recipe.save');
  const { recipeId, name: typed } = input.parse(request);
  const name = nameTyped(typed);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await requireRecipe(db, recipeId);
    if (found.name === name) return;
    await storeRecipe(db, actor, { content: contentOf(found), origin: 'saved', name, recipeId });
    await recordEvent(db, { action: 'recipe.rename', subject: `recipe:${recipeId}` });
  });
}
