import { type ColumnProfile, type Edits, type Mapping, NO_EDITS, shapeOf } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import type { Import } from '@/lib/server/generated/prisma/client';
import { asJson } from '@/lib/server/imports/as-json';

type Confirmed = Pick<Import, 'id' | 'institutionId' | 'recipeId' | 'profile' | 'mapping' | 'edits'>;

/** Keeps how the file of an import that is confirmed is filled, where its recipe has a name: the next file of it is compared with this one. */
export async function keepShape(db: Db, { id: importId, institutionId, recipeId, profile, mapping, edits }: Confirmed): Promise<void> {
  if (recipeId === null || !profile || !mapping) return;
  const recipe = await db.recipe.findUnique({ where: { id: recipeId }, select: { name: true } });
  if (!recipe?.name) return;
  const shape = asJson(shapeOf(profile as unknown as ColumnProfile[], mapping as Mapping, (edits as Edits | null) ?? NO_EDITS));
  await db.recipeFile.upsert({
    where: { institutionId_recipeId_importId: { institutionId, recipeId, importId } },
    create: { institutionId, recipeId, importId, shape },
    update: { shape, acceptedAt: new Date() },
  });
}
