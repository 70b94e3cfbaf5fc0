import {
  type ColumnProfile,
  type Edits,
  type Mapping,
  NO_EDITS,
  type Proposal,
  proposeEdits,
  type Reading,
  type Suggestion,
  suggestMapping,
  withMade,
} from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import { recipeFingerprint } from './recipe-fingerprint';

/** A field for each column and the edits before: as last accepted in the institution for this header, else what the engine proposes. */
export async function suggestFor(db: Db, institutionId: number, { header }: Reading, profile: readonly ColumnProfile[]): Promise<Proposal> {
  const fingerprint = recipeFingerprint(header);
  const recipe = await db.recipe.findUnique({ where: { institutionId_fingerprint: { institutionId, fingerprint } } });
  if (!recipe) return proposeEdits(profile, suggestMapping(profile));
  const mapping = recipe.mapping as Mapping;
  const edits = (recipe.edits as Edits | null) ?? NO_EDITS;
  return { suggestions: withMade(suggestMapping(profile, mapping), edits, mapping), edits };
}

/** The suggestions taken as they are. */
export const mappingOf = (suggestions: readonly Suggestion[]): Mapping => Object.fromEntries(suggestions.map(({ index, field }) => [index, field]));
