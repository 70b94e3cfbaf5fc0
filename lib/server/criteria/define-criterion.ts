import { z } from 'zod';
import { CRITERION_SCOPES, CRITERION_TYPES, INTERNET_USES, isCriterionCode, isDefinitionValue, LAST_RANK, VALUE_LENGTH } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { AppError } from '@/lib/server/errors';
import { carryOut } from './carry-out';
import { codeUnusable, definitionText, labelsWanted, refuseProblems, valueUnusable } from './definition-input';

const value = z.object({ value: z.string().trim().max(1000), labels: labelsWanted, rank: z.int().min(0).max(LAST_RANK) });

const input = z.object({
  code: z.string().trim().max(40),
  /** Whether there is none yet; a criterion of the same code is never changed by mistake. */
  isNew: z.boolean(),
  name: definitionText,
  labels: labelsWanted,
  scope: z.enum(CRITERION_SCOPES),
  type: z.enum(CRITERION_TYPES),
  mandatory: z.boolean(),
  centralised: z.boolean(),
  internet: z.enum(INTERNET_USES),
  section: definitionText,
  /** Those that are to be there; values that are left out stay as they are. */
  values: z.array(value).max(1000),
});

/**
 * Defines a criterion, or changes, extends, relabels or reorders it. Throws `criterion-exists` for a new one whose code
 * is taken, the codes of DEFINITION_PROBLEMS where it may not be as wanted, and what requireDefining throws.
 */
export async function defineCriterion(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'criteria.define');
  const { code, isNew, values, ...about } = input.parse(request);
  if (isNew && !isCriterionCode(code)) throw codeUnusable(code);
  const unusable = values.find((each) => !isDefinitionValue(each.value));
  if (unusable) throw valueUnusable(unusable.value);
  const twice = values.find((each, at) => values.findIndex((other) => other.value === each.value) < at);
  if (twice) throw new AppError('definition-value-twice', { value: twice.value.slice(0, VALUE_LENGTH) });
  await carryOut({
    actor,
    wanted: { criteria: [{ row: 1, code, about, values: values.map((each) => ({ row: 1, ...each })) }], structureTypes: [] },
    subject: `criterion:${code}`,
    check({ changes, problems }) {
      refuseProblems(problems);
      if (isNew && changes[0]?.move !== 'create') throw new AppError('criterion-exists', { code }, 409);
      if (!isNew && changes[0]?.move === 'create') throw new AppError('not-found', { what: 'page' }, 404);
    },
  });
}
