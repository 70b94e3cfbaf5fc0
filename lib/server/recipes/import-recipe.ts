import type { ImportRules } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import type { Import } from '@/lib/server/generated/prisma/client';
import { lastFile } from './last-file';
import { contentOf } from './recipe-content';
import { recipeFingerprint } from './recipe-fingerprint';

/** The recipe with a name that the file of an import is of. Times are ISO texts. */
export interface ImportRecipe {
  id: number;
  name: string;
  /** As the import has it. */
  version: number;
  /** When that version was made, and by whom; null where that person cannot be seen from the institution. */
  madeAt: string;
  madeByName: string | null;
  /** Whether its mapping was taken without anybody being asked. */
  isPassed: boolean;
  /** Whether the columns of the file are exactly those of the recipe. */
  isExact: boolean;
  /** The file that this one was compared with. */
  lastFile: { importId: number; acceptedAt: string } | null;
  driftAcceptedByName: string | null;
  /** What it chooses for every such import. */
  rules: ImportRules;
}

type Found = Pick<Import, 'id' | 'institutionId' | 'recipeId' | 'recipeVersion' | 'passedAt' | 'reading' | 'driftAcceptedBy'>;

/** null where the file is of no recipe, or of one that has no name or is gone. */
export async function importRecipe(db: Db, found: Found): Promise<ImportRecipe | null> {
  const { institutionId, recipeId, recipeVersion, passedAt, driftAcceptedBy } = found;
  if (recipeId === null) return null;
  const recipe = await db.recipe.findUnique({ where: { id: recipeId } });
  if (!recipe || recipe.name === null) return null;
  const version = recipeVersion ?? recipe.version;
  const made = await db.recipeVersion.findUnique({ where: { institutionId_recipeId_version: { institutionId, recipeId, version } } });
  const nameOf = async (id: number | null | undefined) =>
    id ? ((await db.user.findUnique({ where: { id }, select: { name: true } }))?.name ?? null) : null;
  const last = await lastFile(db, institutionId, recipeId);
  const header = (found.reading as { header?: string[] } | null)?.header ?? [];
  return {
    id: recipe.id,
    name: recipe.name,
    version,
    madeAt: (made?.madeAt ?? recipe.updatedAt).toISOString(),
    madeByName: await nameOf(made?.madeBy),
    isPassed: passedAt !== null,
    isExact: recipe.fingerprint === recipeFingerprint(header),
    lastFile: last && last.importId !== found.id ? { importId: last.importId, acceptedAt: last.acceptedAt.toISOString() } : null,
    driftAcceptedByName: await nameOf(driftAcceptedBy),
    rules: contentOf(recipe).rules,
  };
}
