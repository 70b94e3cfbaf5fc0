import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';

/** A recipe in the list. Times are ISO texts. */
export interface RecipeListItem {
  id: number;
  name: string;
  version: number;
  /** Of the files it is for. */
  columns: number;
  madeAt: string;
  /** null where the person cannot be seen from the institution. */
  madeByName: string | null;
  /** When a file was confirmed with it last. */
  usedAt: string | null;
}

/** The recipes with a name of the institution, by name. */
export async function listRecipes(actor: Actor): Promise<RecipeListItem[]> {
  requirePermission(actor, 'recipe.view');
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const recipes = await db.recipe.findMany({ where: { institutionId, name: { not: null } }, orderBy: { name: 'asc' } });
    const used = await db.recipeFile.groupBy({ by: ['recipeId'], where: { institutionId }, _max: { acceptedAt: true } });
    const times = new Map(used.map(({ recipeId, _max }) => [recipeId, _max.acceptedAt]));
    const people = await db.user.findMany({ where: { id: { in: recipes.map(({ updatedBy }) => updatedBy) } }, select: { id: true, name: true } });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return recipes.map(({ id, name, version, header, updatedAt, updatedBy }) => ({
      id,
      name: name ?? '',
      version,
      columns: header.length,
      madeAt: updatedAt.toISOString(),
      madeByName: names.get(updatedBy) ?? null,
      usedAt: times.get(id)?.toISOString() ?? null,
    }));
  });
}
