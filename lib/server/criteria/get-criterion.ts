import { z } from 'zod';
import type { DefinedCriterion } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import { readDefinitions } from './read-definitions';
import { mayDefine } from './require-defining';

const input = z.object({ code: z.string().max(40) });

/** A criterion of the institution with its values, and whether it may be changed. Throws `not-found`. */
export async function getCriterion(actor: Actor, request: z.input<typeof input>): Promise<{ criterion: DefinedCriterion; mayDefine: boolean }> {
  requirePermission(actor, 'criteria.view');
  const { code } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const criterion = (await readDefinitions(db, institutionId)).criteria.find((each) => each.code === code);
    if (!criterion) throw notFound('page');
    return { criterion, mayDefine: await mayDefine(db, actor) };
  });
}
