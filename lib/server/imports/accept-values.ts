import { z } from 'zod';
import { answerValues, type Edits, type ImportRules, type Mapping, NO_EDITS } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { acceptMapping } from './accept-mapping';

const text = z.string().max(500);
const input = z.object({
  importId: z.int().positive(),
  answers: z.array(z.object({ column: z.int().min(0), values: z.record(text, text.nullable()) })).max(1_000),
  defineUnknown: z.boolean().optional(),
});

/** What values of columns are, by the value: another text, an empty one to leave the field alone, null to take back what was said. */
export type ValueAnswers = z.infer<typeof input>['answers'];

/**
 * Takes what was said of the values of an import, as edits of their columns, and has the plan made. `defineUnknown` as the rule of that name.
 * Throws `not-mapped` before the mapping is accepted, and what acceptMapping throws.
 */
export async function acceptValues(
  actor: Actor,
  request: { importId: number; answers: ValueAnswers; defineUnknown?: boolean | undefined },
): Promise<void> {
  requirePermission(actor, 'import.create');
  const { importId, answers, defineUnknown } = input.parse(request);
  const { institutionId, userId } = actor;
  const found = await inScope({ kind: 'institution', institutionId, userId }, (db) =>
    db.import.findUnique({ where: { id: importId }, select: { mapping: true, edits: true, rules: true } }),
  );
  if (!found) throw notFound('import');
  if (!found.mapping) throw new AppError('not-mapped', {}, 409);
  const before = (found.edits as Edits | null) ?? NO_EDITS;
  const edits = answers.reduce((all, { column, values }) => answerValues(all, column, values), before);
  const rules = found.rules as ImportRules;
  await acceptMapping(actor, {
    importId,
    mapping: found.mapping as Mapping,
    edits,
    rules: defineUnknown === undefined ? rules : { ...rules, defineUnknown },
  });
}
