import type { DefinitionPlan } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';

/** One definition at a time in an institution: two that were planned over the same state must not both be carried out. */
export const lockDefinitions = (db: Db, institutionId: number) =>
  db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('definitions', ${institutionId}))::text`;

/** Stores definitions as a plan has them, each whole, in one statement a table. `db` holds the lock. */
export async function storeDefinitions(db: Db, institutionId: number, { criteria, structureTypes }: DefinitionPlan['result']): Promise<void> {
  const about = JSON.stringify(criteria.map(({ values: _, ...criterion }) => criterion));
  // What is retired stays so since when it was; what a person decides is nobody's undo any more.
  await db.$executeRaw`
    INSERT INTO criterion AS k (institution_id, code, name, type, scope, labels, mandatory, centralised, internet, section, retired_at)
    SELECT ${institutionId}::int, d.code, d.name, d.type::"CriterionType", d.scope::"CriterionScope", d.labels, d.mandatory, d.centralised,
      d.internet::"CriterionInternet", d.section, CASE WHEN d.retired THEN now() END
    FROM jsonb_to_recordset(${about}::jsonb) AS d(code text, name text, type text, scope text, labels jsonb, mandatory boolean, centralised boolean,
      internet text, section text, retired boolean)
    ON CONFLICT (institution_id, code) DO UPDATE SET name = excluded.name, type = excluded.type, scope = excluded.scope, labels = excluded.labels,
      mandatory = excluded.mandatory, centralised = excluded.centralised, internet = excluded.internet, section = excluded.section,
      retired_at = CASE WHEN excluded.retired_at IS NOT NULL THEN coalesce(k.retired_at, excluded.retired_at) END, retired_by_import = NULL`;
  const values = JSON.stringify(criteria.flatMap(({ code, values: all }) => all.map((value) => ({ code, ...value }))));
  await db.$executeRaw`
    INSERT INTO criterion_value AS k (institution_id, criterion_id, value, labels, rank, retired_at)
    SELECT c.institution_id, c.id, d.value, d.labels, d.rank, CASE WHEN d.retired THEN now() END
    FROM jsonb_to_recordset(${values}::jsonb) AS d(code text, value text, labels jsonb, rank int, retired boolean)
    JOIN criterion c ON c.institution_id = ${institutionId} AND c.code = d.code
    ON CONFLICT (criterion_id, value) DO UPDATE SET labels = excluded.labels, rank = excluded.rank,
      retired_at = CASE WHEN excluded.retired_at IS NOT NULL THEN coalesce(k.retired_at, excluded.retired_at) END, retired_by_import = NULL`;
  await db.$executeRaw`
    INSERT INTO list_value AS k (institution_id, list, code, labels, rank, retired_at)
    SELECT ${institutionId}::int, 'STRUCT_TYPE', d.value, d.labels, d.rank, CASE WHEN d.retired THEN now() END
    FROM jsonb_to_recordset(${JSON.stringify(structureTypes)}::jsonb) AS d(value text, labels jsonb, rank int, retired boolean)
    ON CONFLICT (institution_id, list, code) DO UPDATE SET labels = excluded.labels, rank = excluded.rank,
      retired_at = CASE WHEN excluded.retired_at IS NOT NULL THEN coalesce(k.retired_at, excluded.retired_at) END, retired_by_import = NULL`;
}
