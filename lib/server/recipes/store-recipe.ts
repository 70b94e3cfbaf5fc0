import type { Actor } from '@/lib/server/actor';
import type { Db } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import type { Recipe, RecipeOrigin } from '@/lib/server/generated/prisma/client';
import { asJson } from '@/lib/server/imports/as-json';
import { contentOf, type RecipeContent, sameContent } from './recipe-content';
import { recipeFingerprint } from './recipe-fingerprint';

export interface Storing {
  content: RecipeContent;
  origin: RecipeOrigin;
  /** To be called so from now on; where not said the recipe keeps its name, or has none. */
  name?: string;
  /** The recipe that this is a new version of, where the columns do not tell. */
  recipeId?: number | null;
  restoredFrom?: number;
}

export interface StoredRecipe {
  id: number;
  name: string | null;
  version: number;
  /** Whether there is a new version, or a new recipe. */
  isNew: boolean;
}

/**
 * Remembers how files with these columns are imported: there is one recipe for them. Without a name what was remembered before is
 * replaced; with one a change is the next version, and what changes nothing is none. Throws `recipe-name-taken` where another recipe has the name, and
 * `recipe-columns-taken` where the columns are those of another one with a name.
 */
export async function storeRecipe(
  db: Db,
  { institutionId, userId }: Pick<Actor, 'institutionId' | 'userId'>,
  storing: Storing,
): Promise<StoredRecipe> {
  const { origin, restoredFrom = null } = storing;
  const content = { ...storing.content, header: asJson(storing.content.header) as string[] };
  // One at a time: two that give one name, or one header, must not both find it free.
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('recipes', ${institutionId}))::text`;
  const fingerprint = recipeFingerprint(content.header);
  const known = await knownRecipe(db, institutionId, fingerprint, storing.recipeId ?? null);
  const name = storing.name ?? known?.name ?? null;
  if (storing.name) await refuseTakenName(db, institutionId, storing.name, known?.id ?? null);
  const isChanged = known === null || !sameContent(contentOf(known), content);
  // Named only now it has no versions yet: what it holds becomes the first.
  const isNew = isChanged || known.name !== name;
  const isFirst = known === null || known.name === null;
  const version = isFirst ? 1 : isChanged ? known.version + 1 : known.version;
  const columns = {
    // Columns are only looked through for a recipe that people know; a header may hold values where a row was taken for it.
    header: name === null ? [] : content.header,
    mapping: asJson(content.mapping),
    edits: asJson(content.edits),
    rules: asJson(content.rules),
    readOptions: asJson(content.readOptions),
  };
  const data = { ...columns, fingerprint, name, version, ...(isNew && { updatedBy: userId, updatedAt: new Date() }) };
  const { id } = known
    ? await db.recipe.update({ where: { id: known.id }, data })
    : await db.recipe.create({ data: { ...data, institutionId, updatedBy: userId } });
  if (name !== null && (isFirst || isChanged))
    await db.recipeVersion.create({ data: { ...columns, institutionId, recipeId: id, version, origin, restoredFrom, madeBy: userId } });
  return { id, name, version, isNew };
}

/** The recipe that is meant. What was remembered without a name for the same columns gives way to one that is meant by its id. */
async function knownRecipe(db: Db, institutionId: number, fingerprint: string, recipeId: number | null): Promise<Recipe | null> {
  const same = await db.recipe.findUnique({ where: { institutionId_fingerprint: { institutionId, fingerprint } } });
  const meant = recipeId === null ? null : await db.recipe.findUnique({ where: { id: recipeId } });
  if (!meant || meant.id === same?.id) return same;
  if (same?.name) throw new AppError('recipe-columns-taken', { name: same.name }, 409);
  if (same) await db.recipe.delete({ where: { id: same.id } });
  return meant;
}

async function refuseTakenName(db: Db, institutionId: number, name: string, own: number | null): Promise<void> {
  const other = await db.recipe.findFirst({ where: { institutionId, name: { equals: name, mode: 'insensitive' }, id: { not: own ?? 0 } } });
  if (other) throw new AppError('recipe-name-taken', { name }, 409);
}
