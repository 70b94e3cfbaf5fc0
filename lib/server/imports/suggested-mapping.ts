import { type ColumnProfile, type Mapping, type Reading, type Suggestion, suggestMapping } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import { recipeFingerprint } from './recipe-fingerprint';

/** A field for each column: as last accepted in the institution for this header, else what the engine proposes. */
export async function suggestFor(db: Db, institutionId: number, { header }: Reading, profile: readonly ColumnProfile[]): Promise<Suggestion[]> {
  const fingerprint = recipeFingerprint(header);
  const recipe = await db.recipe.findUnique({ where: { institutionId_fingerprint: { institutionId, fingerprint } } });
  return suggestMapping(profile, (recipe?.mapping as Mapping | undefined) ?? undefined);
}

/** The suggestions taken as they are. */
export const mappingOf = (suggestions: readonly Suggestion[]): Mapping => Object.fromEntries(suggestions.map(({ index, field }) => [index, field]));
