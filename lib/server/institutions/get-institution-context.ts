import type { ImportRules, InstitutionContext } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import type { Environment, ImportPurpose } from '@/lib/server/generated/prisma/client';
import { readLists } from './read-lists';
import { removalPolicyOf, rulesOf } from './settings';
import { todayIn } from './today-in';

/** The import that is under way. Without one nothing is known of numbers and rules. */
interface ForImport {
  environment?: Environment;
  rules?: ImportRules;
  purpose?: ImportPurpose;
  now?: Date;
}

/**
 * What the engine must know of an institution to clean and check its rows. `db` works in the scope of that institution.
 * @throws AppError `not-found`
 */
export async function getInstitutionContext(
  db: Db,
  institutionId: number,
  { environment, rules = {}, purpose = 'change', now = new Date() }: ForImport = {},
): Promise<InstitutionContext> {
  const institution = await db.institution.findUnique({
    where: { id: institutionId },
    select: { code: true, country: true, language: true, settings: true, organizations: { select: { code: true }, orderBy: { code: 'asc' } } },
  });
  if (!institution) throw notFound('institution');
  const criteria = await db.criterion.findMany({
    where: { institutionId },
    select: {
      ...{ code: true, type: true, scope: true, mandatory: true, retiredAt: true },
      values: { select: { value: true, retiredAt: true }, orderBy: [{ rank: 'asc' }, { value: 'asc' }] },
    },
    orderBy: { code: 'asc' },
  });
  const ranges = environment ? await db.numberRange.findMany({ where: { institutionId, environment }, orderBy: { first: 'asc' } }) : [];
  const { code, country, language, organizations, settings } = institution;
  return {
    code,
    country,
    language,
    organizations: organizations.map((organization) => organization.code),
    criteria: criteria.map(criterionOf),
    lists: await readLists(db, institutionId),
    numberRanges: ranges.map(({ first, last }) => ({ first: String(first), last: String(last) })),
    rules: { ...rulesOf(settings), ...rules },
    ...(purpose === 'removal' && { removal: removalPolicyOf(settings) }),
    today: todayIn(country, now),
  };
}

interface StoredCriterion extends Pick<InstitutionContext['criteria'][number], 'code' | 'type' | 'scope'> {
  mandatory: boolean;
  retiredAt: Date | null;
  values: { value: string; retiredAt: Date | null }[];
}

/** Retired values are among the values: contacts have them, and files that were exported with them come back. */
function criterionOf({ code, type, scope, mandatory, retiredAt, values }: StoredCriterion): InstitutionContext['criteria'][number] {
  const retired = values.filter((value) => value.retiredAt).map(({ value }) => value);
  return {
    ...{ code, type, scope, values: values.map(({ value }) => value) },
    ...(mandatory && { mandatory }),
    ...(retiredAt && { retired: true as const }),
    ...(retired.length > 0 && { retiredValues: retired }),
  };
}
