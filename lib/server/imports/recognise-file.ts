import { type ColumnProfile, type FileShape, findDrift, type Reading, type ReadOptions, reachedFields, shapeOf } from '@/lib/engine';
import { recordEvent } from '@/lib/server/audit/record-event';
import type { Db } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import type { Import } from '@/lib/server/generated/prisma/client';
import { type FoundRecipe, findRecipe } from '@/lib/server/recipes/find-recipe';
import { lastFile } from '@/lib/server/recipes/last-file';
import { contentOf } from '@/lib/server/recipes/recipe-content';
import { asJson } from './as-json';
import { passImport } from './pass-import';
import { sameOptions } from './read-options';

/**
 * Looks whether a file that was just read is one of a recipe with a name. Where it is, it is compared with the last one: what differs is kept
 * with the import, which waits for somebody to accept it; where nothing does, its plan is made and nobody is asked which column is which.
 */
export async function recogniseFile(db: Db, importId: number): Promise<void> {
  const found = await db.import.findUniqueOrThrow({ where: { id: importId } });
  const { institutionId, purpose, kind } = found;
  const { header } = found.reading as unknown as Reading;
  // Of columns without names only their number is known, which says nothing.
  if (purpose !== 'change' || kind !== 'file' || header.every((text) => text.trim() === '')) return;
  const known = await findRecipe(db, institutionId, header, 'any');
  if (known === null || known.recipe.name === null) return;
  const { id, version } = known.recipe;
  const drift = await driftOf(db, found, known);
  await db.import.update({ where: { id: importId }, data: { recipeId: id, recipeVersion: version, drift: asJson(drift) } });
  if (drift.length > 0) {
    await recordEvent(db, { action: 'import.drift', subject: `import:${importId}`, details: { recipe: id, version, findings: drift.length } });
    return;
  }
  if (!mayPass(found, known) || !(await passes(db, found, known))) return;
  await recordEvent(db, { action: 'import.recognise', subject: `import:${importId}`, details: { recipe: id, version } });
}

async function driftOf(db: Db, { institutionId, profile: stored }: Import, { recipe, content }: FoundRecipe) {
  const profile = stored as unknown as ColumnProfile[];
  const before = contentOf(recipe);
  const last = await lastFile(db, institutionId, recipe.id);
  const known = { header: before.header, fields: reachedFields(before.mapping, before.edits) };
  return findDrift(known, last?.shape ?? null, content.header, shapeOf(profile, content.mapping, content.edits) satisfies FileShape);
}

/**
 * Read in another way than the recipe's files, somebody should look at it once more. Defining criteria is a right of whoever asks for it, and
 * nobody asks here.
 */
const mayPass = ({ readOptions }: Import, { content }: FoundRecipe): boolean =>
  sameOptions((readOptions ?? {}) as ReadOptions, content.readOptions) && !content.rules.defineUnknown;

/** False where the recipe does not fit the file, which a person then sees at its columns. */
async function passes(db: Db, found: Import, { recipe: { id, version }, content }: FoundRecipe): Promise<boolean> {
  try {
    await passImport(db, found, { id, version, content });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
