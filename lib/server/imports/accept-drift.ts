import { z } from 'zod';
import type { DriftFinding, Reading } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { requireDefining } from '@/lib/server/criteria/require-defining';
import { type Db, inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import type { Import } from '@/lib/server/generated/prisma/client';
import { findRecipe } from '@/lib/server/recipes/find-recipe';
import { storeRecipe } from '@/lib/server/recipes/store-recipe';
import { passImport } from './pass-import';
import { refuseErased } from './refuse-erased';
import { isHeld } from './refuse-held';

const input = z.object({
  importId: z.int().positive(),
  /** Where it goes from here: to the plan as the recipe says, or to its columns to be mapped anew. */
  goTo: z.enum(['plan', 'map']),
});

/**
 * Accepts that the file of an import differs from the last one of its recipe. On the way to the plan columns that are new are left out and those
 * that stand elsewhere are followed, which is the recipe's next version. Throws `not-found`, `import-state` where nothing waits to be accepted,
 * `file-erased`, `recipe-gone`, and what acceptMapping throws where the recipe does not fit the file.
 */
export async function acceptDrift(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'drift.accept');
  const { importId, goTo } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: importId }, include: { file: true } });
    if (!found) throw notFound('import');
    if (found.state !== 'read' || !isHeld(found)) throw new AppError('import-state', { state: found.state, to: 'planning' }, 409);
    refuseErased(found.file);
    const findings = found.drift as unknown as DriftFinding[];
    await db.import.update({ where: { id: importId }, data: { driftAcceptedBy: userId, driftAcceptedAt: new Date() } });
    const codes = [...new Set(findings.map(({ code }) => code))].sort().join(' ');
    await recordEvent(db, { action: 'import.accept-drift', subject: `import:${importId}`, details: { findings: findings.length, codes, goTo } });
    if (goTo === 'plan') await planWith(db, actor, found);
  });
}

async function planWith(db: Db, actor: Actor, found: Import): Promise<void> {
  const { header } = found.reading as unknown as Reading;
  const known = found.recipeId === null ? null : await findRecipe(db, found.institutionId, header, found.recipeId);
  if (!known || known.recipe.id !== found.recipeId) throw new AppError('recipe-gone', {}, 409);
  if (known.content.rules.defineUnknown) await requireDefining(db, actor);
  const leftOut = Object.fromEntries(header.map((_, index) => [index, null]));
  const content = known.isExact ? known.content : { ...known.content, mapping: { ...leftOut, ...known.content.mapping } };
  const { id, version } = known.isExact ? known.recipe : await storeRecipe(db, actor, { content, origin: 'accepted', recipeId: known.recipe.id });
  await passImport(db, found, { id, version, content });
}
