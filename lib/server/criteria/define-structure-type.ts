import { z } from 'zod';
import { isTypeCode, LAST_RANK } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { AppError } from '@/lib/server/errors';
import { carryOut } from './carry-out';
import { codeUnusable, labelsWanted } from './definition-input';

const input = z.object({
  code: z.string().trim().max(40),
  /** Whether there is none yet; a type of the same code is never changed by mistake. */
  isNew: z.boolean(),
  labels: labelsWanted,
  /** Behind the others when it is left out of a new one. */
  rank: z.int().min(0).max(LAST_RANK).optional(),
});

/** Defines a structure type, or relabels or moves it. Throws `list-value-exists` and what requireDefining throws. */
export async function defineStructureType(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'criteria.define');
  const { code, isNew, labels, rank } = input.parse(request);
  if (isNew && !isTypeCode(code)) throw codeUnusable(code);
  await carryOut({
    actor,
    wanted: { criteria: [], structureTypes: [{ row: 1, value: code, labels, ...(rank !== undefined && { rank }) }] },
    subject: `structure-type:${code}`,
    check({ changes }) {
      const isCreated = changes[0]?.move === 'create';
      if (isNew && !isCreated) throw new AppError('list-value-exists', { code }, 409);
      if (!isNew && isCreated) throw new AppError('not-found', { what: 'page' }, 404);
    },
  });
}
