import { z } from 'zod';
import { type ColumnProfile, type FoundDamage, findDamage, type Mapping, type Reading } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import { mappingOf, suggestFor } from './suggested-mapping';

const input = z.object({ importId: z.int().positive() });

/** A damage with the header of its column; empty where the file gives none. */
export type ListedDamage = FoundDamage & { header: string };

/**
 * What tools did to the columns of a file before it came, as far as its values show it and its mapping, or the one that is suggested, tells what
 * they hold. Empty until the file is read, and once its values are gone. Throws `not-found`.
 */
export async function listDamages(actor: Actor, request: z.input<typeof input>): Promise<ListedDamage[]> {
  requirePermission(actor, 'import.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.import.findUnique({ where: { id: importId }, select: { profile: true, reading: true, mapping: true, recipeId: true } });
    if (!found) throw notFound('import');
    if (!found.profile || !found.reading) return [];
    // The JSON columns hold what the engine gave; nobody else writes them.
    const profile = found.profile as unknown as ColumnProfile[];
    const institution = await db.institution.findUnique({ where: { id: institutionId }, select: { country: true } });
    const suggested = found.mapping ? null : await suggestFor(db, institutionId, found.reading as unknown as Reading, profile, found.recipeId);
    const mapping = suggested ? mappingOf(suggested.suggestions) : (found.mapping as Mapping);
    const headers = new Map(profile.map(({ index, header }) => [index, header]));
    return findDamage(profile, mapping, institution?.country ?? '').map((damage) => ({ ...damage, header: headers.get(damage.column) ?? '' }));
  });
}
