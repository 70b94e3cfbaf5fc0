import type { CriterionUse, DefinedCriterion, DefinedLabels, DefinedValue, Definitions } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';

/** All that the institution of the scope defines: criteria by code, values and structure types in their places. */
export async function readDefinitions(db: Db, institutionId: number): Promise<Definitions> {
  const criteria = await db.criterion.findMany({
    where: { institutionId },
    include: { values: { orderBy: [{ rank: 'asc' }, { value: 'asc' }] } },
    orderBy: { code: 'asc' },
  });
  const types = await db.listValue.findMany({ where: { institutionId, list: 'STRUCT_TYPE' }, orderBy: [{ rank: 'asc' }, { code: 'asc' }] });
  return {
    criteria: criteria.map(
      ({ code, name, labels, scope, type, mandatory, centralised, internet, section, retiredAt, values }): DefinedCriterion => ({
        ...{ code, name, scope, type, mandatory, centralised, internet, section },
        labels: labels as DefinedLabels,
        retired: retiredAt !== null,
        values: values.map(definedValue),
      }),
    ),
    structureTypes: types.map(({ code, ...type }) => definedValue({ value: code, ...type })),
  };
}

interface StoredValue {
  value: string;
  labels: unknown;
  rank: number;
  retiredAt: Date | null;
}

const definedValue = ({ value, labels, rank, retiredAt }: StoredValue): DefinedValue => ({
  value,
  labels: labels as DefinedLabels,
  rank,
  retired: retiredAt !== null,
});

interface UseRow extends CriterionUse {
  code: string;
}

/** The contacts that have these criteria, in both environments; a code that nobody has is absent. */
export async function readUse(db: Db, institutionId: number, codes: readonly string[]): Promise<Map<string, CriterionUse>> {
  if (codes.length === 0) return new Map();
  const rows = await db.$queryRaw<UseRow[]>`
    SELECT k.code, count(*) FILTER (WHERE c.kind <> 'structure')::int AS individuals, count(*) FILTER (WHERE c.kind = 'structure')::int AS structures,
      count(*) FILTER (WHERE k.values > 1)::int AS several
    FROM (SELECT code, contact_id, count(*) AS values FROM contact_criterion
      WHERE institution_id = ${institutionId} AND code = ANY(${[...codes]}::text[]) GROUP BY code, contact_id) k
    JOIN contact c ON c.id = k.contact_id GROUP BY k.code`;
  return new Map(rows.map(({ code, ...use }) => [code, use]));
}
