import { z } from 'zod';
import { DEFINITION_LISTS, type WantedDefinitions } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { notFound } from '@/lib/server/errors';
import { carryOut } from './carry-out';

const input = z.object({
  list: z.enum(DEFINITION_LISTS),
  code: z.string().min(1).max(40),
  /** A value of the criterion; without one the criterion itself, or the structure type. */
  value: z.string().min(1).max(1000).optional(),
  retired: z.boolean(),
});

/**
 * Retires a criterion, one of its values or a structure type, or brings it back: contacts keep it, files no longer bring it. Throws `not-found`
 * and what requireDefining throws.
 */
export async function setRetired(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'criteria.define');
  const { list, code, value, retired } = input.parse(request);
  const values = value === undefined ? [] : [{ row: 1, value, labels: {}, retired }];
  const about = value === undefined ? { labels: {}, retired } : { labels: {} };
  const wanted: WantedDefinitions =
    list === 'criteria'
      ? { criteria: [{ row: 1, code, about, values }], structureTypes: [] }
      : { criteria: [], structureTypes: [{ row: 1, value: code, labels: {}, retired }] };
  await carryOut({
    actor,
    wanted,
    subject: list === 'criteria' ? `criterion:${code}` : `structure-type:${code}`,
    check({ changes, problems }) {
      if (problems.length > 0 || changes.some(({ move }) => move === 'create' || move === 'extend')) throw notFound('page');
    },
  });
}
