import type { InstitutionContext } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import { todayIn } from './today-in';

/**
 * What the engine must know of an institution to clean and check its rows. `db` works in the scope of that institution.
 * @throws AppError `not-found`
 */
export async function getInstitutionContext(db: Db, institutionId: number, now = new Date()): Promise<InstitutionContext> {
  const institution = await db.institution.findUnique({
    where: { id: institutionId },
    select: { code: true, country: true, language: true, organizations: { select: { code: true }, orderBy: { code: 'asc' } } },
  });
  if (!institution) throw notFound('institution');
  const criteria = await db.criterion.findMany({
    where: { institutionId },
    select: { code: true, type: true, scope: true, values: { select: { value: true }, orderBy: { rank: 'asc' } } },
    orderBy: { code: 'asc' },
  });
  const { code, country, language, organizations } = institution;
  return {
    code,
    country,
    language,
    organizations: organizations.map((organization) => organization.code),
    criteria: criteria.map((criterion) => ({ ...criterion, values: criterion.values.map(({ value }) => value) })),
    today: todayIn(country, now),
  };
}
