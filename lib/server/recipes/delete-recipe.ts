import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { requireRecipe } from './require-recipe';

const input = z.object({ recipeId: z.int().positive() });

/** Forgets a recipe with all its versions: the next file with its columns is mapped as a new one. Imports that used it stay as they are. Throws `not-found`. */
export async function deleteRecipe(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'recipe.delete');
  const { recipeId } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const { version } = await requireRecipe(db, recipeId);
    const of = { where: { institutionId, recipeId } };
    await db.import.updateMany({ ...of, data: { recipeId: null, recipeVersion: null } });
    await db.recipeVersion.deleteMany(of);
    await db.recipeFile.deleteMany(of);
    await db.recipe.delete({ where: { id: recipeId } });
    await recordEvent(db, { action: 'recipe.delete', subject: `recipe:${recipeId}`, details: { versions: version } });
  });
}
