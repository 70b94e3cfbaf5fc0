import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { requireDefining } from '@/lib/server/criteria/require-defining';
import { inScope } from '@/lib/server/database/scope';
import { readRecipeFile } from './recipe-file';
import { recipeFingerprint } from './recipe-fingerprint';
import { storeRecipe } from './store-recipe';

/** What became of a recipe that was brought. */
export interface BroughtRecipe {
  name: string;
  version: number;
  /** False where the institution has that very recipe already. */
  isNew: boolean;
}

/**
 * Takes a recipe from a file. Where the institution has one for these columns it becomes its next version and keeps its name. Throws what
 * readRecipeFile throws, `recipe-name-taken` where a recipe for other columns has the name, and what requireDefining throws where it defines criteria.
 */
export async function importRecipeFile(actor: Actor, { bytes }: { bytes: Uint8Array }): Promise<BroughtRecipe> {
  requirePermission(actor, 'recipe.save');
  const { name: given, content } = readRecipeFile(bytes);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    if (content.rules.defineUnknown) await requireDefining(db, actor);
    const fingerprint = recipeFingerprint(content.header);
    const known = await db.recipe.findUnique({ where: { institutionId_fingerprint: { institutionId, fingerprint } } });
    const name = known?.name ?? given;
    const { id, version, isNew } = await storeRecipe(db, actor, { content, origin: 'imported', name });
    if (isNew) await recordEvent(db, { action: 'recipe.import', subject: `recipe:${id}`, details: { version } });
    return { name, version, isNew };
  });
}
