import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { requireDefining } from '@/lib/server/criteria/require-defining';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import { contentOf } from './recipe-content';
import { requireRecipe } from './require-recipe';
import { storeRecipe } from './store-recipe';

const input = z.object({ recipeId: z.int().positive(), version: z.int().positive() });

/**
 * Makes a recipe what it was at an earlier version: as its next version, so that nothing of its history is lost. Throws `not-found`, and
 * `recipe-columns-taken` where another recipe has the columns of that version today.
 */
export async function restoreRecipe(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'recipe.save');
  const { recipeId, version } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await requireRecipe(db, recipeId);
    const earlier = await db.recipeVersion.findUnique({ where: { institutionId_recipeId_version: { institutionId, recipeId, version } } });
    if (!earlier) throw notFound('recipe');
    const content = contentOf(earlier);
    if (content.rules.defineUnknown) await requireDefining(db, actor);
    const stored = await storeRecipe(db, actor, { content, origin: 'restored', recipeId, restoredFrom: version });
    await recordEvent(db, { action: 'recipe.restore', subject: `recipe:${recipeId}`, details: { from: version, version: stored.version } });
  });
}
