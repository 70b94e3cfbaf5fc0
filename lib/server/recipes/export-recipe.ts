import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { contentOf } from './recipe-content';
import { writeRecipeFile } from './recipe-file';
import { requireRecipe } from './require-recipe';

const input = z.object({ recipeId: z.int().positive() });

/** A recipe as the text of a file, and its name. Throws `not-found`. */
export async function exportRecipe(actor: Actor, request: z.input<typeof input>): Promise<{ name: string; text: string }> {
  requirePermission(actor, 'recipe.view');
  const { recipeId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await requireRecipe(db, recipeId);
    await recordEvent(db, { action: 'recipe.export', subject: `recipe:${recipeId}`, details: { version: found.version } });
    return { name: found.name, text: writeRecipeFile({ name: found.name, content: contentOf(found) }) };
  });
}
