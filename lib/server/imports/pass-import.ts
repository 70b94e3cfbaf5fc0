import { type ColumnProfile, hasOpenValues, type ImportRules } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import type { Import } from '@/lib/server/generated/prisma/client';
import { getInstitutionContext } from '@/lib/server/institutions/get-institution-context';
import { enqueue } from '@/lib/server/jobs/queue';
import type { RecipeContent } from '@/lib/server/recipes/recipe-content';
import { refuseUnclear } from './accept-mapping';
import { asJson } from './as-json';
import { moveImport, UNCONFIRMED, UNPLANNED, UNTRIED } from './state';

/** A recipe as it is for the file, and its version. */
export interface PassedRecipe {
  id: number;
  version: number;
  content: RecipeContent;
}

/**
 * Has the plan of an import made as its recipe says, without the columns being looked at; not before somebody said what the values are that
 * neither the recipe nor anybody knows, where the file has any. Throws what refuseUnclear throws, where the recipe does not fit the file.
 */
export async function passImport(
  db: Db,
  found: Pick<Import, 'id' | 'institutionId' | 'profile'>,
  { id, version, content }: PassedRecipe,
): Promise<void> {
  const { id: importId, institutionId } = found;
  const { mapping, edits, rules } = content;
  const profile = found.profile as unknown as ColumnProfile[];
  refuseUnclear(mapping, edits, profile);
  const isOpen = hasOpenValues(profile, mapping, edits, await getInstitutionContext(db, institutionId, { rules }));
  const settled = {
    mapping: asJson(mapping),
    edits: asJson(edits),
    rules: asJson(rules satisfies ImportRules),
    recipeId: id,
    recipeVersion: version,
    passedAt: new Date(),
  };
  if (isOpen) return moveImport(db, importId, 'mapped', { ...UNTRIED, ...UNPLANNED, ...settled });
  await moveImport(db, importId, 'planning', { ...UNTRIED, ...UNCONFIRMED, ...settled, planHash: null });
  await enqueue('plan-import', { institutionId, importId }, { db });
}
