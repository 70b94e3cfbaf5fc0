import { carryOver, headerLikeness } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import type { Recipe } from '@/lib/server/generated/prisma/client';
import { contentOf, type RecipeContent } from './recipe-content';
import { recipeFingerprint } from './recipe-fingerprint';

export interface FoundRecipe {
  recipe: Recipe;
  /** Whether its columns are those of the file, in their order. */
  isExact: boolean;
  /** What it does to the file: mapping and edits are carried over to where the columns of the file stand. */
  content: RecipeContent;
}

/**
 * The recipe of a file with these columns: the one that was made for them or, with `alike`, the one of that id or the named one that is most like them.
 * null where there is none.
 */
export async function findRecipe(db: Db, institutionId: number, header: string[], alike: number | 'any' | null): Promise<FoundRecipe | null> {
  const fingerprint = recipeFingerprint(header);
  const exact = await db.recipe.findUnique({ where: { institutionId_fingerprint: { institutionId, fingerprint } } });
  const other = await alikeRecipe(db, institutionId, header, alike);
  // What was remembered for these very columns goes before a likeness, unless that was settled for the import.
  const isExact = exact !== null && (exact.name !== null || typeof alike !== 'number' || other === null || other.id === exact.id);
  if (isExact) return { recipe: exact, isExact, content: contentOf(exact) };
  return other && carried(other, header);
}

async function alikeRecipe(db: Db, institutionId: number, header: string[], alike: number | 'any' | null): Promise<Recipe | null> {
  if (alike === null) return null;
  return alike === 'any' ? mostAlike(db, institutionId, header) : db.recipe.findUnique({ where: { id: alike } });
}

function carried(recipe: Recipe, header: string[]): FoundRecipe {
  const content = contentOf(recipe);
  return { recipe, isExact: false, content: { ...content, ...carryOver(recipe.header, header, content), header } };
}

async function mostAlike(db: Db, institutionId: number, header: string[]): Promise<Recipe | null> {
  const named = await db.recipe.findMany({ where: { institutionId, name: { not: null } }, orderBy: { updatedAt: 'desc' } });
  const likeness = named.map((recipe) => headerLikeness(recipe.header, header));
  const most = Math.max(0, ...likeness);
  return most > 0 ? (named[likeness.indexOf(most)] ?? null) : null;
}
