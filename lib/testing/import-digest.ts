import { digestOfContacts } from './contacts-digest';
import type { TestDatabase } from './database';

/** How a contact is called in a digest: ids differ from run to run, and a contact that did not come to be has no number. */
const numberOf = (id: string) => `(SELECT k.number FROM contact k WHERE k.id = ${id})`;

const OF = 'institution_id = $1 AND import_id = $2';

/** By name, what a finished import left in a table, in an order of its own. */
const PARTS = {
  import: `SELECT to_jsonb(i) FROM (SELECT state, environment, counts, error, progress, mapping, rules, array(SELECT unnest(plan_keys) ORDER BY 1) AS keys
    FROM import WHERE institution_id = $1 AND id = $2) i`,
  rows: `SELECT to_jsonb(r) FROM (SELECT row, cells, bucket FROM import_row WHERE ${OF}) r`,
  issues: `SELECT to_jsonb(i) FROM (SELECT row, "column", field, code, level, params FROM import_issue WHERE ${OF}) i`,
  changes: `SELECT to_jsonb(c) FROM (SELECT row, part, kind, contact_version, address_uses, before, after, row_hash, ${numberOf('contact_id')} AS contact,
    ${numberOf('structure_id')} AS structure FROM plan_change WHERE ${OF}) c`,
  results: `SELECT to_jsonb(d) FROM (SELECT row, part, outcome, ${numberOf('contact_id')} AS contact FROM change_result WHERE ${OF}) d`,
  sequence: `SELECT to_jsonb(s) FROM (SELECT environment, next FROM contact_number_sequence WHERE institution_id = $1 AND $2::int IS NOT NULL) s`,
  events: `SELECT to_jsonb(e) FROM (SELECT action FROM audit_event WHERE institution_id = $1 AND subject = 'import:' || $2::int) e`,
};

export type ImportDigest = Record<keyof typeof PARTS | 'contacts', string>;

/**
 * All that an import and the contacts of its institution hold, a hash a table, without ids and times: equal when two runs of one file came
 * to the same end.
 */
export async function digestOfImport(db: Pick<TestDatabase, 'ownerQuery'>, institutionId: number, importId: number): Promise<ImportDigest> {
  const digests: Partial<ImportDigest> = { contacts: await digestOfContacts(db, institutionId) };
  for (const [name, lines] of Object.entries(PARTS) as [keyof typeof PARTS, string][]) {
    const sql = `SELECT count(*) || ' ' || md5(coalesce(string_agg(line::text, E'\\n' ORDER BY line::text), '')) AS digest FROM (${lines}) l(line)`;
    const [row] = await db.ownerQuery<{ digest: string }>(sql, [institutionId, importId]);
    digests[name] = row?.digest ?? '';
  }
  return digests as ImportDigest;
}
