import type pg from 'pg';
import type { ProposedDefinition } from '@/lib/engine';
import { recordEvent } from '@/lib/server/audit/record-event';
import type { ImportJob } from '@/lib/server/jobs/queues';

const OF = 'd.institution_id = $1 AND d.import_id = $2';

const KEEP = `
  INSERT INTO import_definition (institution_id, import_id, list, code, value, type, rank, row)
  SELECT $1::int, $2::int, d.list, d.code, d.value, d.type, d.rank, d.row
  FROM jsonb_to_recordset($3::jsonb) AS d(list text, code text, value text, type "CriterionType", rank int, row int)`;

/** Puts what the plan of an import defines in the place of what an earlier plan of it did. */
export async function keepDefinitions(client: pg.ClientBase, { institutionId, importId }: ImportJob, definitions: readonly ProposedDefinition[]) {
  await client.query(`DELETE FROM import_definition d WHERE ${OF}`, [institutionId, importId]);
  if (definitions.length > 0) await client.query(KEEP, [institutionId, importId, JSON.stringify(definitions)]);
}

/** The import of a file that an undo or redo goes back to, however often it was undone and redone. */
const ORIGIN = `
  (WITH RECURSIVE line AS (SELECT id, undoes FROM import WHERE id = $2 UNION ALL SELECT i.id, i.undoes FROM import i JOIN line l ON i.id = l.undoes)
   SELECT id FROM line WHERE undoes IS NULL)`;

const READ = `
  SELECT d.list, d.code, d.value, d.type::text, d.rank, d.row FROM import_definition d
  WHERE d.institution_id = $1 AND d.import_id = ${ORIGIN} ORDER BY d.list, d.row, d.code, d.rank`;

/** What the plan of an import defines; of an undo or redo, what the import of the file did. */
export const readImportDefinitions = async (client: pg.ClientBase, { institutionId, importId }: ImportJob): Promise<ProposedDefinition[]> =>
  (await client.query<ProposedDefinition>(READ, [institutionId, importId])).rows;

/** Definitions are made one after the other, as on the screens (see lockDefinitions). */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('definitions', $1))::text`;

const CRITERION = `criterion c ON c.institution_id = d.institution_id AND c.code = d.code AND d.list = 'criteria'`;

/**
 * Whether what a plan defines, or writes, is no longer as it was when the plan was made: a criterion that somebody else defined or changed since,
 * or something that was retired.
 */
export const DEFINITIONS_CHANGED = `
  SELECT EXISTS (
    SELECT FROM import_definition d JOIN ${CRITERION} WHERE ${OF}
      AND (c.type IS DISTINCT FROM d.type OR (d.value = '' AND c.created_by_import IS DISTINCT FROM $2))
    UNION ALL
    SELECT FROM import i JOIN criterion c ON c.institution_id = i.institution_id AND '=' || c.code = ANY(i.plan_keys)
      WHERE i.institution_id = $1 AND i.id = $2 AND i.kind = 'file' AND (c.retired_at > i.planned_at
        OR EXISTS (SELECT FROM criterion_value v WHERE v.criterion_id = c.id AND v.retired_at > i.planned_at))
    UNION ALL
    SELECT FROM import i JOIN list_value l ON l.institution_id = i.institution_id AND l.list = 'STRUCT_TYPE' AND 'STRUCT_TYPE' = ANY(i.plan_keys)
      WHERE i.institution_id = $1 AND i.id = $2 AND i.kind = 'file' AND l.retired_at > i.planned_at
  ) AS changed`;

const HAS_DEFINITIONS = `SELECT EXISTS (SELECT FROM import_definition d WHERE ${OF}) AS found`;

const HAS_WRITTEN = 'SELECT EXISTS (SELECT FROM change_result WHERE institution_id = $1 AND import_id = $2) AS found';

const DEFINE = {
  create: `
    INSERT INTO criterion (institution_id, code, name, type, scope, labels, created_by_import)
    SELECT $1::int, d.code, d.code, d.type, 'BOTH', '{}', $2 FROM import_definition d WHERE ${OF} AND d.list = 'criteria' AND d.value = ''
    ON CONFLICT DO NOTHING`,
  extend: `
    INSERT INTO criterion_value (institution_id, criterion_id, value, labels, rank, created_by_import)
    SELECT $1::int, c.id, d.value, '{}', (SELECT coalesce(max(rank), 0) FROM criterion_value v WHERE v.criterion_id = c.id)
      + row_number() OVER (PARTITION BY c.id ORDER BY d.rank), $2
    FROM import_definition d JOIN ${CRITERION} WHERE ${OF} AND d.value <> '' ON CONFLICT DO NOTHING`,
  types: `
    INSERT INTO list_value (institution_id, list, code, labels, rank, created_by_import)
    SELECT $1::int, 'STRUCT_TYPE', d.code, '{}', (SELECT coalesce(max(rank), 0) FROM list_value WHERE institution_id = $1 AND list = 'STRUCT_TYPE')
      + row_number() OVER (ORDER BY d.rank), $2
    FROM import_definition d WHERE ${OF} AND d.list = 'structure-types' ON CONFLICT DO NOTHING`,
} as const;

/**
 * Defines what the plan of an import needs, before its first row: once and for all, however often it is repeated. Gives false, and defines
 * nothing, where nothing is written yet and the definitions are no longer those of the plan.
 */
export async function defineForImport(client: pg.ClientBase, job: ImportJob): Promise<boolean> {
  const ids = [job.institutionId, job.importId];
  const { rows: needed } = await client.query<{ found: boolean }>(HAS_DEFINITIONS, ids);
  // Held until the commit, which of an import that is all or nothing may be long: not where nothing is defined.
  if (needed[0]?.found) await client.query(LOCK, [job.institutionId]);
  const { rows } = await client.query<{ found: boolean }>(HAS_WRITTEN, ids);
  const { rows: compared } = await client.query<{ changed: boolean }>(DEFINITIONS_CHANGED, ids);
  if (!rows[0]?.found && compared[0]?.changed) return false;
  if (!needed[0]?.found) return true;
  const counts: Record<string, number> = {};
  for (const [what, sql] of Object.entries(DEFINE)) counts[what] = (await client.query(sql, ids)).rowCount ?? 0;
  if (Object.values(counts).some((count) => count > 0)) {
    await recordEvent(client, { action: 'criteria.define', subject: `import:${job.importId}`, details: counts });
  }
  return true;
}

const RETIRED = 'retired_at = now(), retired_by_import = $2';
const UNRETIRED = 'retired_at = NULL, retired_by_import = NULL';
const OWN = `institution_id = $1 AND created_by_import = ${ORIGIN}`;

const RETIRE = [
  `UPDATE criterion_value v SET ${RETIRED} WHERE v.${OWN} AND v.retired_at IS NULL AND NOT EXISTS (
    SELECT FROM contact_criterion k JOIN criterion c ON c.id = v.criterion_id WHERE k.institution_id = $1 AND k.code = c.code AND k.value = v.value)`,
  `UPDATE criterion c SET ${RETIRED} WHERE c.${OWN} AND c.retired_at IS NULL AND NOT EXISTS (
    SELECT FROM contact_criterion k WHERE k.institution_id = $1 AND k.code = c.code)`,
  `UPDATE list_value l SET ${RETIRED} WHERE l.${OWN} AND l.retired_at IS NULL AND NOT EXISTS (
    SELECT FROM contact k WHERE k.institution_id = $1 AND k.structure_type = l.code)`,
];

const REINSTATE = ['criterion_value', 'criterion', 'list_value'].map(
  (table) => `UPDATE ${table} SET ${UNRETIRED} WHERE ${OWN} AND retired_by_import IS NOT NULL`,
);

/**
 * After an undo, retires what the import had defined and nobody has any more; before a redo, brings back what an undo retired. Nothing is
 * deleted: somebody may have written it down, and what a person retired or brought back stays as that person left it.
 */
export async function settleDefinitions(client: pg.ClientBase, kind: 'undo' | 'redo', { institutionId, importId }: ImportJob): Promise<void> {
  await client.query(LOCK, [institutionId]);
  let changed = 0;
  for (const sql of kind === 'undo' ? RETIRE : REINSTATE) changed += (await client.query(sql, [institutionId, importId])).rowCount ?? 0;
  const event = { action: 'criteria.define', subject: `import:${importId}`, details: { [kind === 'undo' ? 'retire' : 'reinstate']: changed } };
  if (changed > 0) await recordEvent(client, event);
}
