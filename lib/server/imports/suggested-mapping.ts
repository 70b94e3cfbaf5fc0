import { type ColumnProfile, type Mapping, type Proposal, proposeEdits, type Reading, type Suggestion, suggestMapping, withMade } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import { findRecipe } from '@/lib/server/recipes/find-recipe';

/**
 * A field for each column and the edits before: as last accepted in the institution for this header, or as the recipe has them by which the file
 * was recognised, else what the engine proposes.
 */
export async function suggestFor(
  db: Db,
  institutionId: number,
  { header }: Reading,
  profile: readonly ColumnProfile[],
  recipeId: number | null,
): Promise<Proposal> {
  const found = await findRecipe(db, institutionId, header, recipeId);
  if (!found) return proposeEdits(profile, suggestMapping(profile));
  const { mapping, edits } = found.content;
  return { suggestions: withMade(suggestMapping(profile, mapping), edits, mapping), edits };
}

/** The suggestions taken as they are. */
export const mappingOf = (suggestions: readonly Suggestion[]): Mapping => Object.fromEntries(suggestions.map(({ index, field }) => [index, field]));
