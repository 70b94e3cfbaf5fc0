import type { ColumnProfile, ImportRules } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import type { Import } from '@/lib/server/generated/prisma/client';
import { enqueue } from '@/lib/server/jobs/queue';
import type { RecipeContent } from '@/lib/server/recipes/recipe-content';
import { refuseUnclear } from './accept-mapping';
import { asJson } from './as-json';
import { moveImport, UNCONFIRMED, UNTRIED } from './state';

/** A recipe as it is for the file, and its version. */
export interface PassedRecipe {
  id: number;
  version: number;
  content: RecipeContent;
}

/**
 * Has the plan of an import made as its recipe says, without the columns being looked at. Throws what refuseUnclear throws, where the recipe does
 * not fit the file.
 */
export async function passImport(
  db: Db,
  found: Pick<Import, 'id' | 'institutionId' | 'profile'>,
  { id, version, content }: PassedRecipe,
): Promise<void> {
  const { id: importId, institutionId } = found;
  const { mapping, edits, rules } = content;
  refuseUnclear(mapping, edits, found.profile as unknown as ColumnProfile[]);
  await moveImport(db, importId, 'planning', {
    ...UNTRIED,
    ...UNCONFIRMED,
    mapping: asJson(mapping),
    edits: asJson(edits),
    rules: asJson(rules satisfies ImportRules),
    planHash: null,
    recipeId: id,
    recipeVersion: version,
    passedAt: new Date(),
  });
  await enqueue('plan-import', { institutionId, importId }, { db });
}
