import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { Prisma } from '@/lib/server/generated/prisma/client';
import { importRecipe } from '@/lib/server/recipes/import-recipe';
import { isHeld } from './refuse-held';

const input = z.object({ importId: z.int().positive() });

/**
 * Says that a file which looked like one of a recipe is none: its columns are mapped as those of any new file. Throws `not-found`, `import-state`
 * where nobody is asked, and `recipe-certain` where the columns are exactly those of the recipe: there is one recipe for them.
 */
export async function declineRecipe(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.create');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: importId } });
    if (!found) throw notFound('import');
    if (found.state !== 'read' || !isHeld(found)) throw new AppError('import-state', { state: found.state, to: 'mapped' }, 409);
    if ((await importRecipe(db, found))?.isExact) throw new AppError('recipe-certain', {}, 409);
    await db.import.update({ where: { id: importId }, data: { recipeId: null, recipeVersion: null, drift: Prisma.DbNull } });
    await recordEvent(db, { action: 'import.decline-recipe', subject: `import:${importId}`, details: { recipe: found.recipeId } });
  });
}
