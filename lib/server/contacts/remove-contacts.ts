import type pg from 'pg';
import { standsAsPlanned } from '@/lib/server/removals/stands-as-planned';

interface Target {
  institutionId: number;
  importId: number;
  plannedAt: Date;
}

/** Rows (first exclusive, last inclusive) of a plan. */
interface RowRange {
  after: number;
  upTo: number;
}

const REMOVING = 'CREATE TEMP TABLE removing (row int, part "ContactKind", contact_id bigint, outcome "Outcome", login boolean) ON COMMIT DROP';

/** A contact that somebody wrote to since the plan stays, and one to drop that bought something since. */
const FILL = (parts: string, isFree: string) => `
  INSERT INTO removing
  SELECT p.row, p.part, p.contact_id, (CASE WHEN c.version = p.contact_version AND NOT p.erased AND ${standsAsPlanned('$5')} AND ${isFree} THEN 'removed' ELSE 'conflict' END)::"Outcome", m.login
  FROM plan_change p LEFT JOIN contact c ON c.id = p.contact_id LEFT JOIN contact_means m ON m.contact_id = p.contact_id
  WHERE p.institution_id = $1 AND p.import_id = $2 AND p.row > $3 AND p.row <= $4 AND p.kind = 'remove' AND p.part ${parts}`;

/** So does a structure to which relays belong that are not removed with it. */
const WITHOUT_RELAYS = `NOT EXISTS (SELECT FROM contact r WHERE r.structure_id = c.id
  AND NOT EXISTS (SELECT FROM removing x WHERE x.contact_id = r.id AND x.outcome = 'removed'))`;

const removeFrom = (table: string, key: string) => `DELETE FROM ${table} t USING removing x WHERE t.${key} = x.contact_id AND x.outcome = 'removed'`;

const REMOVE = [
  ...['contact_criterion', 'contact_address', 'contact_means', 'contact_authorizations', 'contact_standing'].map((part) =>
    removeFrom(part, 'contact_id'),
  ),
  removeFrom('contact', 'id'),
];

const RESULTS = `
  INSERT INTO change_result (institution_id, import_id, row, part, outcome, contact_id, login)
  SELECT $1::int, $2::int, row, part, outcome, contact_id, CASE WHEN outcome = 'removed' THEN login END FROM removing`;

/**
 * Removes the contacts that a range of a plan removes, with everything that hangs on them, and writes what became of each. Relays go before
 * their structure: the ranges of a plan that removes come from its end. The contacts are locked by the caller.
 */
export async function removeContacts(
  client: pg.ClientBase,
  { institutionId, importId, plannedAt }: Target,
  { after, upTo }: RowRange,
): Promise<void> {
  const range = [institutionId, importId, after, upTo, plannedAt];
  await client.query(REMOVING);
  const { rowCount: others } = await client.query(FILL(`<> 'structure'`, 'true'), range);
  const { rowCount: structures } = await client.query(FILL(`= 'structure'`, WITHOUT_RELAYS), range);
  if (!others && !structures) return;
  await client.query('ANALYZE removing (contact_id)');
  for (const sql of REMOVE) await client.query(sql);
  await client.query(RESULTS, [institutionId, importId]);
}
