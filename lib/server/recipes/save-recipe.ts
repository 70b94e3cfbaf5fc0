import { z } from 'zod';
import { type Edits, type ImportRules, type Mapping, NO_EDITS, type Reading, type ReadOptions } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { requireDefining } from '@/lib/server/criteria/require-defining';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { refuseUnclear } from '@/lib/server/imports/accept-mapping';
import { columnMapping } from '@/lib/server/imports/column-mapping';
import { importRules } from '@/lib/server/imports/import-rules';
import { parseEdits } from '@/lib/server/imports/parse-edits';
import { refuseErased } from '@/lib/server/imports/refuse-erased';
import { refuseHeld } from '@/lib/server/imports/refuse-held';
import { refuseWithoutHeader } from './recipe-file';
import { nameTyped } from './recipe-name';
import { storeRecipe } from './store-recipe';

const input = z.object({
  importId: z.int().positive(),
  name: z.string(),
  /** As it stands on the screen; where it is not given, as the import has it. */
  mapping: columnMapping.optional(),
  edits: z.unknown().optional(),
  rules: importRules.optional(),
});

/** What a recipe is saved as. */
export interface SavedRecipe {
  name: string;
  version: number;
}

/**
 * Saves how the file of an import is mapped and edited under a name, with its rules: for everybody in the institution, and for every
 * file with these columns. Throws `not-found`, `not-read`, `recipe-name-unusable`, what storeRecipe and acceptMapping throw of a mapping, and `recipe-without-header`.
 */
export async function saveRecipe(
  actor: Actor,
  request: { importId: number; name: string; mapping?: Mapping; edits?: Edits; rules?: ImportRules },
): Promise<SavedRecipe> {
  requirePermission(actor, 'recipe.save');
  const given = input.parse(request);
  const { importId } = given;
  const name = nameTyped(given.name);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.import.findUnique({ where: { id: importId }, include: { file: true } });
    if (!found) throw notFound('import');
    refuseErased(found.file);
    refuseHeld(found);
    const mapping = (given.mapping ?? found.mapping) as Mapping | null;
    if (!found.reading || !mapping) throw new AppError('not-read', {}, 409);
    const { header } = found.reading as unknown as Reading;
    refuseWithoutHeader(header);
    const edits = parseEdits(given.edits ?? found.edits ?? NO_EDITS);
    refuseUnclear(mapping, edits, []);
    const { raiseConsents: _, ...rules } = given.rules ?? (found.rules as ImportRules);
    if (rules.defineUnknown) await requireDefining(db, actor);
    const content = { header, mapping, edits, rules, readOptions: (found.readOptions ?? {}) as ReadOptions };
    const { id, version } = await storeRecipe(db, actor, { content, origin: 'saved', name, recipeId: found.recipeId });
    await db.import.update({ where: { id: importId }, data: { recipeId: id, recipeVersion: version } });
    await recordEvent(db, { action: 'recipe.save', subject: `recipe:${id}`, details: { version, import: importId } });
    return { name, version };
  });
}
