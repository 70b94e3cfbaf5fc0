import { z } from 'zod';
import { type Edits, type ImportRules, reachedFields } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import type { RecipeOrigin } from '@/lib/server/generated/prisma/client';
import { contentOf } from './recipe-content';
import { requireRecipe } from './require-recipe';

const input = z.object({ recipeId: z.int().positive() });

/** A version of a recipe. Times are ISO texts. */
export interface RecipeVersionItem {
  version: number;
  origin: RecipeOrigin;
  restoredFrom: number | null;
  madeAt: string;
  /** null where the person cannot be seen from the institution. */
  madeByName: string | null;
  /** Columns of the file, those of them that are imported, and edits. */
  columns: number;
  imported: number;
  edits: number;
}

export interface RecipeDetail {
  id: number;
  name: string;
  version: number;
  /** The columns of the file with the fields that each reaches. */
  columns: { header: string; fields: string[] }[];
  edits: Edits;
  rules: ImportRules;
  /** Newest first. */
  versions: RecipeVersionItem[];
}

/** A recipe with its history. Throws `not-found`. */
export async function getRecipe(actor: Actor, request: z.input<typeof input>): Promise<RecipeDetail> {
  requirePermission(actor, 'recipe.view');
  const { recipeId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await requireRecipe(db, recipeId);
    const versions = await db.recipeVersion.findMany({ where: { institutionId, recipeId }, orderBy: { version: 'desc' } });
    const people = await db.user.findMany({ where: { id: { in: versions.map(({ madeBy }) => madeBy) } }, select: { id: true, name: true } });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const { header, mapping, edits, rules } = contentOf(found);
    const reached = reachedFields(mapping, edits);
    return {
      id: found.id,
      name: found.name,
      version: found.version,
      columns: header.map((text, index) => ({ header: text, fields: reached.get(index) ?? [] })),
      edits,
      rules,
      versions: versions.map((stored) => {
        const content = contentOf(stored);
        return {
          version: stored.version,
          origin: stored.origin,
          restoredFrom: stored.restoredFrom,
          madeAt: stored.madeAt.toISOString(),
          madeByName: names.get(stored.madeBy) ?? null,
          columns: content.header.length,
          imported: reachedFields(content.mapping, content.edits).size,
          edits: content.edits.list.length,
        };
      }),
    };
  });
}
